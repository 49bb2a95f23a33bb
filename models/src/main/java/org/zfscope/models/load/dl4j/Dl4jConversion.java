package org.zfscope.models.load.dl4j;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Network.Output;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.layer.Flatten;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.load.ParsedModel;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.words.Quantities;

/** One walk along a DL4J graph, which makes our nodes. */
final class Dl4jConversion {

    /** More than a gigabyte for one layer's output is a mistake, or an attack. */
    private static final long MAX_OUTPUT = 1L << 28;

    private final Dl4jParameters parameters;
    private final Map<String, Dl4jValue> values = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    private Dl4jConversion(Dl4jParameters parameters) {
        this.parameters = parameters;
    }

    static ParsedModel convert(Dl4jGraph graph, Dl4jParameters parameters, Shape input, Source inputSource) {
        Dl4jConversion conversion = new Dl4jConversion(parameters);
        conversion.values.put(Network.INPUT, new Dl4jValue(Network.INPUT, input, input.isFlat(), CNN2DFormat.NCHW));
        for (Dl4jVertex vertex : graph.vertices()) {
            conversion.values.put(vertex.name(), in(vertex, () -> conversion.convert(vertex)));
        }
        parameters.requireAllTaken();
        List<Output> outputs = graph.outputs().stream()
                .map(output -> new Output(output, conversion.value(output).node()))
                .toList();
        return new ParsedModel(input, inputSource, conversion.nodes, outputs);
    }

    /** What goes wrong in a vertex is told with its name. */
    static <T> T in(Dl4jVertex vertex, Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(say("models.dl4j-conversion.layer", vertex.name(), e.getMessage()), e);
        }
    }

    private Dl4jValue convert(Dl4jVertex vertex) {
        List<Dl4jValue> inputs = vertex.inputs().stream().map(this::value).toList();
        if (vertex.layer().isPresent()) {
            return layer(vertex, vertex.layer().get(), before(vertex, inputs.get(0)));
        }
        if (vertex.kind() instanceof PreprocessorVertex) {
            return before(vertex, inputs.get(0));
        }
        List<Dl4jValue> flat = inputs.stream().map(i -> flattened(i, vertex)).toList();
        return add(vertex.name(), vertex.combination(), flat);
    }

    private Dl4jValue value(String name) {
        return Optional.ofNullable(values.get(name))
                .orElseThrow(
                        () -> new IllegalArgumentException(say("models.dl4j-conversion.input-comes-nowhere", name)));
    }

    private Dl4jValue layer(Dl4jVertex vertex, org.deeplearning4j.nn.conf.layers.Layer configuration, Dl4jValue input) {
        Dl4jValue from = Dl4jLayers.takesMapsAsVector(configuration) ? input : flattened(input, vertex);
        Dl4jStep step = Dl4jLayers.step(configuration, from, parameters);
        Dl4jValue value = from;
        if (step.operation().isPresent()) {
            value = add(vertex.name(), step.operation().get(), List.of(value));
        }
        if (step.activation().isPresent()) {
            Layer activation = step.activation().get();
            value = add(
                    step.operation().isPresent() ? vertex.name() + suffix(activation) : vertex.name(),
                    activation,
                    List.of(value));
        }
        return new Dl4jValue(value.node(), value.shape(), step.vector(), step.order());
    }

    private static String suffix(Layer activation) {
        return "_" + activation.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Maps that DL4J has made a vector of, as a vector here too. */
    private Dl4jValue flattened(Dl4jValue value, Dl4jVertex before) {
        if (!value.vector() || value.shape().isFlat()) {
            return value;
        }
        if (value.isPermuted()) {
            throw new IllegalArgumentException(say("models.dl4j-conversion.after-flattening-channels-last"));
        }
        return add(before.name() + "_flatten", new Flatten(), List.of(value));
    }

    private Dl4jValue add(String name, Layer layer, List<Dl4jValue> inputs) {
        Shape shape = layer.outputShape(inputs.stream().map(Dl4jValue::shape).toList());
        if ((long) shape.channels() * shape.height() * shape.width() > MAX_OUTPUT) {
            throw new IllegalArgumentException(say("models.dl4j-conversion.output-too-large", shape));
        }
        nodes.add(new Node(name, layer, inputs.stream().map(Dl4jValue::node).toList()));
        return new Dl4jValue(name, shape, inputs.get(0).vector(), inputs.get(0).order());
    }

    private static Dl4jValue before(Dl4jVertex vertex, Dl4jValue input) {
        return vertex.before().map(p -> reshaped(p, input)).orElse(input);
    }

    private static Dl4jValue reshaped(InputPreProcessor preprocessor, Dl4jValue input) {
        // exactly this class: a subclass flattens in another order
        if (preprocessor.getClass() == CnnToFeedForwardPreProcessor.class) {
            CnnToFeedForwardPreProcessor flatten = (CnnToFeedForwardPreProcessor) preprocessor;
            requireMaps(input, flatten.getNumChannels(), flatten.getInputHeight(), flatten.getInputWidth());
            return input.flattened(flatten.getFormat());
        }
        if (preprocessor instanceof FeedForwardToCnnPreProcessor maps) {
            requireMaps(input, maps.getNumChannels(), maps.getInputHeight(), maps.getInputWidth());
            return new Dl4jValue(input.node(), input.shape(), false, CNN2DFormat.NCHW);
        }
        throw new IllegalArgumentException(say(
                "models.dl4j-conversion.dl4js-supported",
                preprocessor.getClass().getSimpleName()));
    }

    private static void requireMaps(Dl4jValue input, long channels, long height, long width) {
        Shape shape = input.shape();
        if (channels != shape.channels() || height != shape.height() || width != shape.width()) {
            throw new IllegalArgumentException(say(
                    "models.dl4j-conversion.maps-expected-if-inputs",
                    Quantities.shape(channels, height, width),
                    shape));
        }
    }
}
