package org.zfscope.models.naive;

import org.zfscope.models.layer.Resize;
import org.zfscope.models.layer.Sampling;
import org.zfscope.models.tensor.Shape;

/** Another size, by the formulas of ONNX's Resize: each output the sum over all positions, most with a share of zero. */
final class NaiveResize {

    private NaiveResize() {}

    static Connections connections(Resize layer, Shape input) {
        Shape output = new Shape(
                input.channels(), layer.vertical().size(), layer.horizontal().size());
        Connections connections = new Connections(input, output);
        for (int y = 0; y < output.height(); y++) {
            for (int x = 0; x < output.width(); x++) {
                for (int v = 0; v < input.height(); v++) {
                    for (int u = 0; u < input.width(); u++) {
                        double share = share(layer.vertical(), y, v, input.height())
                                * share(layer.horizontal(), x, u, input.width());
                        connect(connections, output, y, x, v, u, share);
                    }
                }
            }
        }
        return connections;
    }

    private static void connect(Connections connections, Shape output, int y, int x, int v, int u, double share) {
        for (int c = 0; c < output.channels() && share != 0; c++) {
            int from = Grid.index(connections.input(), c, v, u);
            connections.connect(from, Grid.index(output, c, y, x), share);
        }
    }

    /** What position {@code at} of a side has in position i of the result: a hat for a line, one or nothing for a neighbour. */
    private static double share(Sampling sampling, int i, int at, int side) {
        double place = Math.max(0, Math.min(place(sampling, i, side), side - 1.0));
        return switch (sampling.interpolation()) {
            case LINEAR -> Math.max(0, 1 - Math.abs(place - at));
            case FLOOR -> Math.floor(place) == at ? 1 : 0;
            case CEIL -> Math.ceil(place) == at ? 1 : 0;
            case ROUND_DOWN_AT_HALF -> Math.ceil(place - 0.5) == at ? 1 : 0;
            case ROUND_UP_AT_HALF -> Math.floor(place + 0.5) == at ? 1 : 0;
        };
    }

    private static double place(Sampling s, int i, int side) {
        double centre = (i + 0.5) / s.scale() - 0.5;
        return switch (s.coordinates()) {
            case HALF_PIXEL -> centre;
            case PYTORCH_HALF_PIXEL -> s.size() == 1 ? 0 : centre;
            case ASYMMETRIC -> i / s.scale();
            case ALIGN_CORNERS -> s.size() == 1 ? 0 : (double) i * (side - 1) / (s.size() - 1);
            case HALF_PIXEL_SYMMETRIC -> side / 2.0 * (1 - s.size() / (s.scale() * side)) + centre;
            case TF_HALF_PIXEL_FOR_NN -> centre + 0.5;
        };
    }
}
