package org.zfscope.models.load.keras;

import java.util.Random;

/** Numbers of any shape in row-major order, as NumPy has them. */
record Array(float[] values, int... sides) {

    /** Multiples of 1/16 from -1/2 to 1/2: exact as half floats too. */
    static Array random(long seed, int... sides) {
        Random random = new Random(seed);
        float[] values = new float[size(sides)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (random.nextInt(17) - 8) / 16f;
        }
        return new Array(values, sides);
    }

    /** The same, but above zero. */
    static Array positive(long seed, int... sides) {
        Array array = random(seed, sides);
        for (int i = 0; i < array.values.length; i++) {
            array.values[i] = Math.abs(array.values[i]) + 0.25f;
        }
        return array;
    }

    private static int size(int... sides) {
        int size = 1;
        for (int side : sides) {
            size *= side;
        }
        return size;
    }

    double at(int... index) {
        int place = 0;
        for (int i = 0; i < sides.length; i++) {
            place = place * sides[i] + index[i];
        }
        return values[place];
    }

    /** Arrays in arrays, for jhdf. */
    Object nested() {
        return nested(0, 0);
    }

    private Object nested(int axis, int from) {
        int each = 1;
        for (int i = axis + 1; i < sides.length; i++) {
            each *= sides[i];
        }
        if (axis == sides.length - 1) {
            float[] row = new float[sides[axis]];
            System.arraycopy(values, from, row, 0, row.length);
            return row;
        }
        int[] shape = new int[sides.length - axis];
        System.arraycopy(sides, axis, shape, 0, shape.length);
        Object made = java.lang.reflect.Array.newInstance(float.class, shape);
        for (int i = 0; i < sides[axis]; i++) {
            java.lang.reflect.Array.set(made, i, nested(axis + 1, from + i * each));
        }
        return made;
    }
}
