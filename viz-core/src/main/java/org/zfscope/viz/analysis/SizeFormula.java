package org.zfscope.viz.analysis;

import java.util.Optional;
import org.zfscope.models.Network;
import org.zfscope.models.layer.AveragePool;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.tensor.Geometry;

/**
 * How large a layer's maps are in one direction: (side - extent + padding) / stride + 1, rounded down, or up in ceil mode.
 *
 * @param side of the layer's input
 * @param axis how its window slides
 * @param output the side of its maps
 */
public record SizeFormula(int side, Geometry.Axis axis, int output) {

    /** Downwards, of a layer whose window slides. */
    public static Optional<SizeFormula> ofHeight(Network network, String layer) {
        return geometry(network.node(layer).layer())
                .map(g -> new SizeFormula(
                        network.shape(network.node(layer).inputs().get(0)).height(),
                        g.vertical(),
                        network.shape(layer).height()));
    }

    /** To the right. */
    public static Optional<SizeFormula> ofWidth(Network network, String layer) {
        return geometry(network.node(layer).layer())
                .map(g -> new SizeFormula(
                        network.shape(network.node(layer).inputs().get(0)).width(),
                        g.horizontal(),
                        network.shape(layer).width()));
    }

    private static Optional<Geometry> geometry(Layer layer) {
        if (layer instanceof Convolution convolution) {
            return Optional.of(convolution.geometry());
        }
        if (layer instanceof MaxPool pool) {
            return Optional.of(pool.geometry());
        }
        return layer instanceof AveragePool pool ? Optional.of(pool.geometry()) : Optional.empty();
    }

    /** With this layer's numbers: {@code floor((227 - 3 + 0 + 0) / 2) + 1 = 113}. */
    @Override
    public String toString() {
        return (axis.ceil() ? "ceil" : "floor") + "((" + side + " - " + axis.extent() + " + " + axis.before() + " + "
                + axis.after() + ") / " + axis.stride() + ") + 1 = " + output;
    }
}
