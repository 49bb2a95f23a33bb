package org.zfscope.models.zoo.torchvision;

import java.util.List;
import java.util.stream.LongStream;
import org.zfscope.models.words.Quantities;

/** How long the sides of a tensor are, in row-major order: [filters, channels, height, width] of a convolution's weights. */
public record Sides(List<Long> lengths) {

    public Sides {
        lengths = List.copyOf(lengths);
    }

    public static Sides of(long... lengths) {
        return new Sides(LongStream.of(lengths).boxed().toList());
    }

    /**
     * Numbers in such a tensor.
     *
     * @throws ArithmeticException if there are more than a long can count
     */
    public long count() {
        return lengths.stream().reduce(1L, Math::multiplyExact);
    }

    /** The same numbers as a matrix: the first side stays, all others become one. */
    public Sides asMatrix() {
        return of(lengths.get(0), new Sides(lengths.subList(1, lengths.size())).count());
    }

    /** The lengths of weights that a layer can have. */
    int[] toInts() {
        return lengths.stream().mapToInt(Math::toIntExact).toArray();
    }

    @Override
    public String toString() {
        return Quantities.shape(lengths.stream().mapToLong(Long::longValue).toArray());
    }
}
