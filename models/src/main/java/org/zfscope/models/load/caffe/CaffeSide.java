package org.zfscope.models.load.caffe;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.layer.Weighted;
import org.zfscope.models.tensor.Shape;

/**
 * How large a square input must be for a net that does not say so, as nets for training do not whose pictures lie in a data
 * base: its first fully connected layer takes a certain number of values. Pools round up, so several sizes may fit; the
 * largest of them is the one that leaves nothing over, as with 28 for LeNet and 32 for Caffe's CIFAR-10 nets.
 */
final class CaffeSide {

    private static final int MOST = 1024;

    private final CaffeNet net;
    private final CaffeWeights weights;
    private final String blob;
    private final int channels;

    /** @param blob where pictures come in */
    CaffeSide(CaffeNet net, CaffeWeights weights, String blob, int channels) {
        this.net = net;
        this.weights = weights;
        this.blob = blob;
        this.channels = channels;
    }

    /** Rows and columns; none if no square fits, or there is no fully connected layer. */
    Optional<Integer> largest() {
        Optional<CaffeLayer> first = net.layers().stream()
                .filter(layer -> layer.type().equals("InnerProduct"))
                .filter(layer -> !weights.of(layer.name()).isEmpty())
                .findFirst();
        return first.flatMap(this::largest);
    }

    /** The larger the input, the more values: so the last side that gives no more than wanted is found by halves. */
    private Optional<Integer> largest(CaffeLayer layer) {
        long units = Math.max(1, layer.settings("inner_product_param").integer("num_output", 1));
        long wanted = weights.of(layer.name()).get(0).count() / units;
        int low = 1;
        int high = MOST;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (inputs(layer, middle).orElse(0) <= wanted) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        int found = low;
        return inputs(layer, found).stream().filter(count -> count == wanted).boxed().map(count -> found).findFirst();
    }

    /** How many values the layer takes from an input of a side; none where that is too small for the layers below. */
    private OptionalLong inputs(CaffeLayer layer, int side) {
        CaffeInput input = new CaffeInput(blob, new Shape(channels, side, side), Source.GUESS);
        CaffeGraph graph = new CaffeGraph(net, weights, input);
        try {
            return OptionalLong.of(graph.valuesFor(layer));
        } catch (IllegalArgumentException e) {
            return OptionalLong.empty();
        } finally {
            close(graph.nodes());
        }
    }

    private static void close(List<Node> nodes) {
        nodes.stream()
                .map(Node::layer)
                .filter(Weighted.class::isInstance)
                .forEach(layer -> ((Weighted) layer).weights().close());
    }
}
