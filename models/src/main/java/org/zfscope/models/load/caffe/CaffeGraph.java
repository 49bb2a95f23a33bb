package org.zfscope.models.load.caffe;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Output;
import org.zfscope.models.load.ParsedModel;

/** From a net and its weights to layers: each layer in turn takes blobs by name and leaves some. */
final class CaffeGraph {

    private static final int MAX_LAYERS = 10_000;

    private final CaffeNet net;
    private final CaffeParameters parameters;
    private final CaffeInput input;
    private final CaffeLayers made = new CaffeLayers();

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
        made.put(input.blob(), new CaffeValue(Network.INPUT, input.shape(), 4));
        net.layers().stream()
                .filter(layer -> !layer.isData() && !layer.isLeftOut())
                .forEach(this::run);
        List<Output> outputs = made.outputs();
        if (outputs.isEmpty()) {
            throw new IllegalArgumentException(say("models.caffe-graph.no-layers"));
        }
        return new ParsedModel(input.shape(), input.source(), made.nodes(), outputs);
    }

    private void run(CaffeLayer layer) {
        try {
            CaffeOperator operator = CaffeOperators.of(layer)
                    .orElseThrow(() -> new IllegalArgumentException(say("models.caffe-graph.unknown-type")));
            List<CaffeValue> inputs = layer.bottoms().stream().map(made::take).toList();
            if (inputs.isEmpty()) {
                throw new IllegalArgumentException(say("models.caffe-graph.takes-nothing"));
            }
            operator.apply(new CaffeStep(layer, inputs, parameters, made));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(say("models.caffe-graph.layer", layer.described(), e.getMessage()), e);
        }
    }
}
