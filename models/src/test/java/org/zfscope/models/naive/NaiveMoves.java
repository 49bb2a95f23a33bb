package org.zfscope.models.naive;

import java.util.List;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.SelectChannels;
import org.zfscope.models.layer.SelectPixels;
import org.zfscope.models.layer.ZeroPadding;
import org.zfscope.models.tensor.Shape;

/** Layers that only move, scale or copy values. */
final class NaiveMoves {

    private NaiveMoves() {}

    /** Value i goes to output i; so does each input of an addition. */
    static Connections identity(Shape input, Shape output) {
        Connections connections = new Connections(input, output);
        for (int i = 0; i < input.size(); i++) {
            connections.connect(i, i, 1);
        }
        return connections;
    }

    /** Every output comes from the input at the same place, or from the only one that there is in a direction. */
    static Connections spread(Shape input, Shape output, Grid scale) {
        Connections connections = new Connections(input, output);
        for (int c = 0; c < output.channels(); c++) {
            for (int y = 0; y < output.height(); y++) {
                for (int x = 0; x < output.width(); x++) {
                    double by = scale.values()[spread(scale.shape(), c, y, x)];
                    connections.connect(spread(input, c, y, x), Grid.index(output, c, y, x), by);
                }
            }
        }
        return connections;
    }

    /** Where the value lies that stands for this place. */
    static int spread(Shape shape, int c, int y, int x) {
        return Grid.index(
                shape, shape.channels() == 1 ? 0 : c, shape.height() == 1 ? 0 : y, shape.width() == 1 ? 0 : x);
    }

    static Connections channels(SelectChannels layer, Shape input) {
        int area = input.area();
        Shape output = new Shape(layer.channels().length, input.height(), input.width());
        Connections connections = new Connections(input, output);
        for (int i = 0; i < output.size(); i++) {
            connections.connect(layer.channels()[i / area] * area + i % area, i, 1);
        }
        return connections;
    }

    static Connections pixels(SelectPixels layer, Shape input) {
        Shape output = new Shape(input.channels(), layer.rows().length, layer.columns().length);
        Connections connections = new Connections(input, output);
        for (int c = 0; c < output.channels(); c++) {
            for (int y = 0; y < output.height(); y++) {
                for (int x = 0; x < output.width(); x++) {
                    int from = Grid.index(input, c, layer.rows()[y], layer.columns()[x]);
                    connections.connect(from, Grid.index(output, c, y, x), 1);
                }
            }
        }
        return connections;
    }

    static Connections scale(BatchNorm layer, Shape input) {
        Connections connections = new Connections(input, input);
        for (int i = 0; i < input.size(); i++) {
            connections.connect(i, i, layer.scale()[i / input.area()]);
        }
        return connections;
    }

    /** One of the inputs of a concatenation: its maps come after those of the inputs before it. */
    static Connections concat(List<Shape> inputs, int which) {
        Shape own = inputs.get(which);
        int channels = inputs.stream().mapToInt(Shape::channels).sum();
        int before = inputs.subList(0, which).stream().mapToInt(Shape::size).sum();
        Connections connections = new Connections(own, new Shape(channels, own.height(), own.width()));
        for (int i = 0; i < own.size(); i++) {
            connections.connect(i, before + i, 1);
        }
        return connections;
    }

    static Connections padding(ZeroPadding layer, Shape input) {
        Shape output = new Shape(
                input.channels(),
                layer.top() + input.height() + layer.bottom(),
                layer.left() + input.width() + layer.right());
        Connections connections = new Connections(input, output);
        for (int c = 0; c < input.channels(); c++) {
            for (int y = 0; y < input.height(); y++) {
                for (int x = 0; x < input.width(); x++) {
                    int to = Grid.index(output, c, layer.top() + y, layer.left() + x);
                    connections.connect(Grid.index(input, c, y, x), to, 1);
                }
            }
        }
        return connections;
    }
}
