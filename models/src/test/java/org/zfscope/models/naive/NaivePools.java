package org.zfscope.models.naive;

import java.util.List;
import org.zfscope.models.layer.AveragePool;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.naive.Taps.Tap;
import org.zfscope.models.tensor.Shape;

/** Pools as connections: those of a max pool hang on what it saw. */
public final class NaivePools {

    @FunctionalInterface
    private interface Window {
        void connect(int channel, int y, int x, int to);
    }

    private NaivePools() {}

    static Connections average(AveragePool layer, Shape input) {
        Taps taps = new Taps(layer.geometry(), input);
        Connections connections = new Connections(input, taps.output(input.channels()));
        each(taps, (c, y, x, to) -> {
            double share = 1.0 / divisor(layer, taps, y, x);
            taps.inside(y, x).forEach(t -> connections.connect(Grid.index(input, c, t.y(), t.x()), to, share));
        });
        return connections;
    }

    private static long divisor(AveragePool layer, Taps taps, int y, int x) {
        return switch (layer.divisor()) {
            case INSIDE -> taps.inside(y, x).size();
            case PADDED -> taps.of(y, x).stream().filter(taps::isPadded).count();
            case KERNEL -> taps.of(y, x).size();
            case ONE -> 1;
        };
    }

    static Connections globalAverage(Shape input) {
        Connections connections = new Connections(input, Shape.flat(input.channels()));
        for (int i = 0; i < input.size(); i++) {
            connections.connect(i, i / input.area(), 1.0 / input.area());
        }
        return connections;
    }

    static Connections max(MaxPool layer, Grid in) {
        Taps taps = new Taps(layer.geometry(), in.shape());
        Connections connections =
                new Connections(in.shape(), taps.output(in.shape().channels()));
        int[] strongest = strongest(layer, in);
        for (int to = 0; to < strongest.length; to++) {
            connections.connect(strongest[to], to, 1);
        }
        return connections;
    }

    /** For every output of a max pool the index of the value that won: the first of the largest on the map. */
    public static int[] strongest(MaxPool layer, Grid in) {
        Taps taps = new Taps(layer.geometry(), in.shape());
        int[] strongest = new int[taps.output(in.shape().channels()).size()];
        each(taps, (c, y, x, to) -> {
            List<Tap> inside = taps.inside(y, x);
            strongest[to] =
                    Grid.index(in.shape(), c, inside.get(0).y(), inside.get(0).x());
            for (Tap tap : inside) {
                int at = Grid.index(in.shape(), c, tap.y(), tap.x());
                strongest[to] = in.values()[at] > in.values()[strongest[to]] ? at : strongest[to];
            }
        });
        return strongest;
    }

    private static void each(Taps taps, Window window) {
        Shape output = taps.output(taps.input().channels());
        int to = 0;
        for (int c = 0; c < output.channels(); c++) {
            for (int y = 0; y < output.height(); y++) {
                for (int x = 0; x < output.width(); x++) {
                    window.connect(c, y, x, to++);
                }
            }
        }
    }
}
