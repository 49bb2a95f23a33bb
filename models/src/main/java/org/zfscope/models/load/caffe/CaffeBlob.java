package org.zfscope.models.load.caffe;

import static org.zfscope.models.words.Words.say;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.zfscope.models.compute.Memory;

/**
 * An array of weights.
 *
 * @param sides in row-major order
 * @param numbers read when they are wanted
 */
record CaffeBlob(List<Long> sides, Supplier<FloatBuffer> numbers) {

    private static final int MAX_SIDES = 32;

    CaffeBlob {
        sides = List.copyOf(sides);
    }

    /** From a message: old files give four sides by name, whatever the array has. */
    static CaffeBlob of(CaffeMessage blob) {
        List<Long> sides = blob.has("shape")
                ? blob.message("shape").integers("dim").stream()
                        .map(Integer::longValue)
                        .toList()
                : List.of("num", "channels", "height", "width").stream()
                        .map(side -> (long) blob.integer(side, 1))
                        .toList();
        return new CaffeBlob(sides, () -> numbers(blob));
    }

    private static FloatBuffer numbers(CaffeMessage blob) {
        List<ByteBuffer> floats = blob.arrays("data");
        if (floats.size() == 1) {
            return floats.get(0).asFloatBuffer();
        }
        boolean doubles = floats.isEmpty();
        List<ByteBuffer> parts = doubles ? blob.arrays("double_data") : floats;
        int bytes = parts.stream().mapToInt(ByteBuffer::remaining).reduce(0, Math::addExact);
        FloatBuffer all = FloatBuffer.allocate(bytes / (doubles ? Double.BYTES : Float.BYTES));
        for (ByteBuffer part : parts) {
            if (doubles) {
                for (var values = part.asDoubleBuffer(); values.hasRemaining(); ) {
                    all.put((float) values.get());
                }
            } else {
                all.put(part.asFloatBuffer());
            }
        }
        return all.flip();
    }

    /** How many numbers, as the sides have it; -1 if they are no sides. */
    long count() {
        long count = sides.size() > MAX_SIDES ? -1 : 1;
        for (long side : sides) {
            count = side < 1 || count < 0 || count > Integer.MAX_VALUE / side ? -1 : count * side;
        }
        return count;
    }

    /** The sides without leading ones, which differ between ages of Caffe. */
    private List<Long> plain() {
        return sides.stream().dropWhile(side -> side == 1).toList();
    }

    /**
     * The numbers of an array of the sides given.
     *
     * @throws IllegalArgumentException if it has other sides, or other than as many numbers
     */
    FloatBuffer of(long... expected) {
        List<Long> plain =
                Arrays.stream(expected).boxed().dropWhile(side -> side == 1).toList();
        FloatBuffer found = plain.equals(plain()) ? numbers.get() : FloatBuffer.allocate(0);
        if (!plain.equals(plain()) || found.remaining() != count()) {
            throw new IllegalArgumentException(say("models.caffe-blob.sides", text(expected), described()));
        }
        return found;
    }

    /** The same outside Java's heap. */
    Memory memory(long... expected) {
        FloatBuffer from = of(expected);
        Memory memory = Memory.allocate(from.remaining());
        memory.floats().put(from);
        return memory;
    }

    float[] values(long... expected) {
        FloatBuffer from = of(expected);
        float[] values = new float[from.remaining()];
        from.get(values);
        return values;
    }

    String described() {
        return sides.stream().map(String::valueOf).collect(Collectors.joining(" x "));
    }

    private static String text(long... sides) {
        return Arrays.stream(sides).mapToObj(Long::toString).collect(Collectors.joining(" x "));
    }
}
