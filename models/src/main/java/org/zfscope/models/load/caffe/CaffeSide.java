package org.zfscope.models.load.caffe;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.layer.Weighted;
import org.zfscope.models.tensor.Shape;

/**
 * How large a square input must be for a net that does not say so, as nets for training do not whose pictures lie in a data
 * base: its first fully connected layer takes a certain number of values. Pools round up, so that several sizes may fit; of
 * these the one that can be halved most often is meant: 28 for LeNet, 32 for Caffe's CIFAR-10 nets.
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
    Optional<Integer> likely() {
        return net.layers().stream()
                .filter(layer -> layer.type().equals("InnerProduct"))
                .filter(layer -> !weights.of(layer.name()).isEmpty())
                .findFirst()
                .flatMap(this::likely);
    }

    private Optional<Integer> likely(CaffeLayer layer) {
        long units = Math.max(1, layer.settings("inner_product_param").integer("num_output", 1));
        long wanted = weights.of(layer.name()).get(0).count() / units;
        int smallest = last(layer, wanted - 1) + 1;
        int largest = last(layer, wanted);
        return IntStream.rangeClosed(smallest, largest)
                .boxed()
                .max(Comparator.<Integer>comparingInt(Integer::numberOfTrailingZeros)
                        .thenComparing(Comparator.naturalOrder()))
                .filter(side -> inputs(layer, side).equals(OptionalLong.of(wanted)));
    }

    /** The larger the input, the more values: so the last side that gives no more than so many is found by halves. */
    private int last(CaffeLayer layer, long most) {
        int low = 0;
        int high = MOST;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (inputs(layer, middle).orElse(0) <= most) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
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
        nodes.stream().map(Node::layer).filter(Weighted.class::isInstance).forEach(layer -> ((Weighted) layer)
                .weights()
                .close());
    }
}
