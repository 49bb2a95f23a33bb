package org.zfscope.models.naive;

import java.util.Arrays;
import org.zfscope.models.tensor.Shape;

/** A linear map from one grid to another, written out as all its single connections. */
public final class Connections {

    private final Shape input;
    private final Shape output;
    private int count;
    private int[] from = new int[16];
    private int[] to = new int[16];
    private double[] weight = new double[16];

    Connections(Shape input, Shape output) {
        this.input = input;
        this.output = output;
    }

    Shape input() {
        return input;
    }

    void connect(int source, int target, double by) {
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
            weight = Arrays.copyOf(weight, 2 * count);
        }
        from[count] = source;
        to[count] = target;
        weight[count] = by;
        count++;
    }

    /** Every output is the weighted sum of the inputs that it is connected to. */
    public Grid forward(Grid in) {
        Grid out = Grid.zeros(output);
        for (int i = 0; i < count; i++) {
            out.values()[to[i]] += weight[i] * in.values()[from[i]];
        }
        return out;
    }

    /** The transpose: every connection the other way round. */
    public Grid back(Grid signal) {
        Grid below = Grid.zeros(input);
        for (int i = 0; i < count; i++) {
            below.values()[from[i]] += weight[i] * signal.values()[to[i]];
        }
        return below;
    }
}
