package org.zfscope.models.load.keras;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.zfscope.models.load.OneLine;

/** The classes of Keras' layers that zfscope knows. */
final class KerasKinds {

    private static final Map<String, KerasKind> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("Activation", KerasActivations::activation),
            Map.entry("Add", KerasOperators::add),
            Map.entry("Average", KerasMerges::average),
            Map.entry("AveragePooling2D", KerasPools::average),
            Map.entry("BatchNormalization", KerasNorms::batch),
            Map.entry("CenterCrop", KerasFront::centerCrop),
            Map.entry("Concatenate", KerasMerges::concatenate),
            Map.entry("Conv2D", KerasConvolutions::conv),
            Map.entry("Conv2DTranspose", KerasTransposed::conv),
            Map.entry("Cropping2D", KerasShapes::cropping),
            Map.entry("Dense", KerasConvolutions::dense),
            Map.entry("DepthwiseConv2D", KerasConvolutions::depthwise),
            Map.entry("Dropout", KerasFront::dropout),
            Map.entry("Flatten", KerasShapes::flatten),
            Map.entry("GlobalAveragePooling2D", KerasPools::globalAverage),
            Map.entry("GlobalMaxPooling2D", KerasPools::globalMax),
            Map.entry("GroupNormalization", KerasNorms::group),
            Map.entry("LayerNormalization", KerasNorms::layer),
            Map.entry("MaxPooling2D", KerasPools::max),
            Map.entry("Maximum", KerasMerges::maximum),
            Map.entry("Minimum", KerasMerges::minimum),
            Map.entry("Multiply", KerasOperators::multiply),
            Map.entry("Normalization", KerasFront::normalization),
            Map.entry("Permute", KerasShapes::permute),
            Map.entry("Rescaling", KerasFront::rescaling),
            Map.entry("Reshape", KerasShapes::reshape),
            Map.entry("Resizing", KerasFront::resizing),
            Map.entry("SeparableConv2D", KerasConvolutions::separable),
            Map.entry("Subtract", KerasOperators::subtract),
            Map.entry("TFOpLambda", KerasOperators::tensorFlow),
            Map.entry("TrueDivide", KerasOperators::divide),
            Map.entry("UpSampling2D", KerasShapes::upSampling),
            Map.entry("ZeroPadding2D", KerasShapes::zeroPadding)));

    /** Names that older versions, or TensorFlow 1, gave the same classes. */
    private static final Map<String, String> SAME = Map.of(
            "Convolution2D", "Conv2D",
            "Deconvolution2D", "Conv2DTranspose",
            "Convolution2DTranspose", "Conv2DTranspose",
            "DepthwiseConvolution2D", "DepthwiseConv2D",
            "SeparableConvolution2D", "SeparableConv2D",
            "BatchNormalizationV1", "BatchNormalization",
            "BatchNormalizationV2", "BatchNormalization",
            "SyncBatchNormalization", "BatchNormalization",
            "SpatialDropout2D", "Dropout",
            "Divide", "TrueDivide");

    /** Functions as layers, and Keras 3's operations of the same names. */
    private static final Set<String> FUNCTION_LAYERS = Set.of("ReLU", "LeakyReLU", "PReLU", "ELU", "Softmax");

    private static final Set<String> FUNCTIONS = Set.of(
            "Relu",
            "Relu6",
            "Sigmoid",
            "Tanh",
            "Silu",
            "HardSigmoid",
            "HardSilu",
            "Elu",
            "Selu",
            "Softplus",
            "Softsign");

    /** What only training does. */
    private static final Set<String> TRAINING = Set.of(
            "GaussianNoise",
            "GaussianDropout",
            "AlphaDropout",
            "ActivityRegularization",
            "Identity",
            "InputLayer",
            "RandomHeight",
            "RandomWidth");

    private static final List<String> SEQUENCES = List.of(
            "LSTM", "GRU", "RNN", "Bidirectional", "TimeDistributed", "Embedding", "Attention", "Conv1D", "Pooling1D");

    private KerasKinds() {}

    /**
     * What a layer becomes.
     *
     * @throws IllegalArgumentException if zfscope cannot do it
     */
    static KerasKind of(KerasLayer layer) {
        if (layer.kind().equals("Lambda")) {
            throw new IllegalArgumentException(say("models.keras-kinds.lambda"));
        }
        if (!layer.origin().isEmpty()) {
            throw new IllegalArgumentException(say("models.keras-kinds.custom", OneLine.of(layer.origin())));
        }
        return known(layer.kind()).orElseThrow(() -> new IllegalArgumentException(refusal(layer.kind())));
    }

    private static Optional<KerasKind> known(String kind) {
        if (FUNCTION_LAYERS.contains(kind)) {
            return Optional.of(KerasActivations::layer);
        }
        if (FUNCTIONS.contains(kind)) {
            return Optional.of(KerasOperators::function);
        }
        boolean training = TRAINING.contains(kind) || (kind.startsWith("Random") && !kind.equals("RandomCrop"));
        return training
                ? Optional.of(KerasFront::nothing)
                : Optional.ofNullable(ALL.get(SAME.getOrDefault(kind, kind)));
    }

    private static String refusal(String kind) {
        boolean sequence = SEQUENCES.stream().anyMatch(kind::contains);
        return say(sequence ? "models.keras-kinds.sequence" : "models.keras-kinds.unknown", OneLine.of(kind));
    }
}
