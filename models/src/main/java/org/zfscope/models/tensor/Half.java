package org.zfscope.models.tensor;

/** Numbers of 16 bits as files store them [IEEE 754 binary16]: a sign, 5 bits of exponent, 10 of fraction. */
public final class Half {

    private static final int FRACTION = 10;
    private static final int LARGEST_EXPONENT = 31;

    /** A float's exponent has 127 for 2^0, a half's 15. */
    private static final int REBASED = 127 - 15;

    /** The step between the halves around zero, 2^-24. */
    private static final float SMALLEST = 0x1p-24f;

    private Half() {}

    /** The float of the same value; every half has one. Only the lowest 16 bits count. */
    public static float toFloat(int bits) {
        int fraction = bits & (1 << FRACTION) - 1;
        int exponent = bits >> FRACTION & LARGEST_EXPONENT;
        float size = exponent == 0 ? fraction * SMALLEST : Float.intBitsToFloat(wide(exponent) << 23 | fraction << 13);
        return (bits & 0x8000) == 0 ? size : -size;
    }

    private static int wide(int exponent) {
        return exponent == LARGEST_EXPONENT ? 255 : exponent + REBASED; // infinite and no number stay so
    }
}
