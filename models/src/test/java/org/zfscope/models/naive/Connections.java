package org.zfscope.models.naive;

import java.util.ArrayList;
import java.util.List;
import org.zfscope.models.tensor.Shape;

/** A linear map from one grid to another, written out as all its single connections. */
public final class Connections {

    private record Connection(int from, int to, double weight) {}

    private final Shape input;
    private final Shape output;
    private final List<Connection> all = new ArrayList<>();

    Connections(Shape input, Shape output) {
        this.input = input;
        this.output = output;
    }

    Shape input() {
        return input;
    }

    void connect(int from, int to, double weight) {
        all.add(new Connection(from, to, weight));
    }

    /** Every output is the weighted sum of the inputs that it is connected to. */
    public Grid forward(Grid in) {
        Grid out = Grid.zeros(output);
        all.forEach(c -> out.values()[c.to] += c.weight * in.values()[c.from]);
        return out;
    }

    /** The transpose: every connection the other way round. */
    public Grid back(Grid signal) {
        Grid below = Grid.zeros(input);
        all.forEach(c -> below.values()[c.from] += c.weight * signal.values()[c.to]);
        return below;
    }
}
