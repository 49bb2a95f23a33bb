package org.zfscope.models.load.caffe;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import java.util.Optional;
import org.zfscope.models.LeftOut;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Network.Output;
import org.zfscope.models.load.ParsedModel;

/** From a net and its weights to layers: each layer in turn takes blobs by name and leaves some. */
final class CaffeGraph {

    private static final int MAX_LAYERS = 10_000;

    private final CaffeNet net;
    private final CaffeParameters parameters;
    private final CaffeInput input;
    private final CaffeLayers made = new CaffeLayers();
    private final CaffeHead head = new CaffeHead();

    CaffeGraph(CaffeNet net, CaffeWeights weights, CaffeInput input) {
        if (net.layers().size() > MAX_LAYERS) {
            throw new IllegalArgumentException(
                    say("models.caffe-graph.layers", net.layers().size(), MAX_LAYERS));
        }
        this.net = net;
        this.parameters = new CaffeParameters(weights, net.layers());
        this.input = input;
    }

    /**
     * The layers, in order.
     *
     * @throws IllegalArgumentException that names the layer that cannot be one of zfscope's
     */
    ParsedModel parsed() {
        begin();
        shown().forEach(this::run);
        List<CaffeLayer> shown = shown();
        Optional<LeftOut> leftOut =
                shown.isEmpty() ? Optional.empty() : head.leftOut(made.nodes(), shown.get(shown.size() - 1));
        List<Output> outputs = made.outputs();
        if (outputs.isEmpty()) {
            throw new IllegalArgumentException(say("models.caffe-graph.no-layers"));
        }
        return new ParsedModel(input.shape(), input.source(), made.nodes(), outputs, leftOut);
    }

    /** How many values a layer takes, which needs the layers below it only. */
    long valuesFor(CaffeLayer layer) {
        begin();
        shown().stream().takeWhile(below -> !below.equals(layer)).forEach(this::run);
        return layer.bottoms().stream()
                .mapToLong(bottom -> made.take(bottom).shape().size())
                .sum();
    }

    /** The layers made so far. */
    List<Node> nodes() {
        return made.nodes();
    }

    private void begin() {
        made.put(input.blob(), new CaffeValue(Network.INPUT, input.shape(), 4));
    }

    private List<CaffeLayer> shown() {
        return net.layers().stream()
                .filter(layer -> !layer.isData() && !layer.isLeftOut())
                .toList();
    }

    private void run(CaffeLayer layer) {
        Optional<CaffeOperator> operator = CaffeOperators.of(layer);
        if (operator.isEmpty() || head.reaches(layer)) {
            head.leave(layer);
            return;
        }
        try {
            List<CaffeValue> inputs = layer.bottoms().stream().map(made::take).toList();
            if (inputs.isEmpty()) {
                throw new IllegalArgumentException(say("models.caffe-graph.takes-nothing"));
            }
            operator.get().apply(new CaffeStep(layer, inputs, parameters, made));
            head.make(layer);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(say("models.caffe-graph.layer", layer.described(), e.getMessage()), e);
        }
    }
}
