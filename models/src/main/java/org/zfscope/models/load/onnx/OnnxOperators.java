package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import onnx.Onnx.NodeProto;
import org.zfscope.models.layer.Curve;

/** The operators that zfscope knows. */
final class OnnxOperators {

    private static final Map<String, OnnxOperator> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("Abs", OnnxActivations.curve(new Curve.Abs())),
            Map.entry("Add", OnnxArithmetic::add),
            Map.entry("AveragePool", OnnxPools::average),
            Map.entry("BatchNormalization", OnnxNorms::batchNorm),
            Map.entry("Cast", OnnxShapes::cast),
            Map.entry("Celu", OnnxActivations.celu()),
            Map.entry("Clip", OnnxActivations::clip),
            Map.entry("Concat", OnnxShapes::concat),
            Map.entry("ConstantOfShape", OnnxSizes::constantOfShape),
            Map.entry("Conv", OnnxWeights::conv),
            Map.entry("ConvTranspose", OnnxTransposed::convTranspose),
            Map.entry("DepthToSpace", OnnxBlocks::depthToSpace),
            Map.entry("Div", OnnxArithmetic::div),
            Map.entry("Dropout", OnnxNorms::dropout),
            Map.entry("Elu", OnnxActivations.elu()),
            Map.entry("Erf", OnnxActivations.curve(new Curve.Erf())),
            Map.entry("Exp", OnnxActivations.curve(new Curve.Exp())),
            Map.entry("Log", OnnxActivations.curve(new Curve.Log())),
            Map.entry("LogSoftmax", OnnxNorms::logSoftmax),
            Map.entry("Expand", OnnxSelections::expand),
            Map.entry("Flatten", OnnxShapes::flatten),
            Map.entry("Gather", OnnxSelections::gather),
            Map.entry("GatherND", OnnxSelections::gatherNd),
            Map.entry("Gelu", OnnxActivations.gelu()),
            Map.entry("Gemm", OnnxWeights::gemm),
            Map.entry("GlobalAveragePool", OnnxPools::globalAverage),
            Map.entry("GlobalMaxPool", OnnxPools::globalMax),
            Map.entry("GroupNormalization", OnnxStandard::groupNorm),
            Map.entry("HardSigmoid", OnnxActivations.hardSigmoid()),
            Map.entry("HardSwish", OnnxActivations.curve(new Curve.HardSwish())),
            Map.entry("Identity", OnnxShapes::identity),
            Map.entry("InstanceNormalization", OnnxStandard::instanceNorm),
            Map.entry("LRN", OnnxNorms::lrn),
            Map.entry("LayerNormalization", OnnxStandard::layerNorm),
            Map.entry("LeakyRelu", OnnxActivations::leakyRelu),
            Map.entry("MatMul", OnnxWeights::matMul),
            Map.entry("Max", OnnxExtremes::max),
            Map.entry("MaxPool", OnnxPools::max),
            Map.entry("Mean", OnnxExtremes::mean),
            Map.entry("Min", OnnxExtremes::min),
            Map.entry("Mish", OnnxActivations.curve(new Curve.Mish())),
            Map.entry("Mul", OnnxArithmetic::mul),
            Map.entry("Neg", OnnxArithmetic::neg),
            Map.entry("PRelu", OnnxActivations::parametricRelu),
            Map.entry("Pad", OnnxPadding::pad),
            Map.entry("Pow", OnnxActivations::pow),
            Map.entry("Range", OnnxSizes::range),
            Map.entry("Reciprocal", OnnxActivations.curve(new Curve.Power(-1))),
            Map.entry("ReduceL1", OnnxReductions::sumOfDistances),
            Map.entry("ReduceL2", OnnxReductions::length),
            Map.entry("ReduceMax", OnnxReductions::max),
            Map.entry("ReduceMean", OnnxReductions::mean),
            Map.entry("ReduceMin", OnnxReductions::min),
            Map.entry("ReduceSum", OnnxReductions::sum),
            Map.entry("ReduceSumSquare", OnnxReductions::sumOfSquares),
            Map.entry("Relu", OnnxActivations::relu),
            Map.entry("Reshape", OnnxShapes::reshape),
            Map.entry("Resize", OnnxResize::resize),
            Map.entry("Selu", OnnxActivations.selu()),
            Map.entry("Shape", OnnxSizes::shape),
            Map.entry("Sigmoid", OnnxActivations.curve(new Curve.Sigmoid())),
            Map.entry("Size", OnnxSizes::size),
            Map.entry("Slice", OnnxSelections::slice),
            Map.entry("Softmax", OnnxNorms::softmax),
            Map.entry("Softplus", OnnxActivations.curve(new Curve.Softplus())),
            Map.entry("Softsign", OnnxActivations.curve(new Curve.Softsign())),
            Map.entry("SpaceToDepth", OnnxBlocks::spaceToDepth),
            Map.entry("Split", OnnxSelections::split),
            Map.entry("Sqrt", OnnxActivations.curve(new Curve.Power(0.5f))),
            Map.entry("Squeeze", OnnxShapes::squeeze),
            Map.entry("Sub", OnnxArithmetic::sub),
            Map.entry("Sum", OnnxArithmetic::sum),
            Map.entry("Swish", OnnxActivations.swish()),
            Map.entry("Tanh", OnnxActivations.curve(new Curve.Tanh())),
            Map.entry("Tile", OnnxSelections::tile),
            Map.entry("Transpose", OnnxShapes::transpose),
            Map.entry("Unsqueeze", OnnxShapes::unsqueeze),
            Map.entry("Upsample", OnnxResize::upsample),
            Map.entry("Where", OnnxSizes::where)));

    /** Those that take an array as the graph has arranged it; for all others it becomes maps first. */
    private static final Set<String> ARRANGING = Set.of(
            "Cast",
            "Expand",
            "Flatten",
            "Gather",
            "GatherND",
            "Identity",
            "ReduceMean",
            "Reshape",
            "Shape",
            "Size",
            "Slice",
            "Split",
            "Squeeze",
            "Tile",
            "Transpose",
            "Unsqueeze",
            "Where");

    private OnnxOperators() {}

    /** Whether a node takes arrays as the graph has arranged them. */
    static boolean arranges(NodeProto node) {
        return ARRANGING.contains(node.getOpType());
    }

    /**
     * What a node does.
     *
     * @throws IllegalArgumentException if zfscope cannot do it
     */
    static OnnxOperator of(OnnxNode node) {
        String domain = node.proto().getDomain();
        boolean ours = domain.isEmpty() || domain.equals("ai.onnx");
        return Optional.ofNullable(ours ? ALL.get(node.operator()) : null)
                .orElseThrow(() -> new NoLayerException(
                        ours
                                ? say("models.onnx-operators.operator-supported")
                                : say("models.onnx-operators.operator-domain-supported", domain)));
    }

    /** The names of all operators that there are layers for, or that are worked out while loading. */
    static SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>(ALL.keySet());
        names.addAll(OnnxNumbers.operators());
        names.addAll(List.of("Constant", "If"));
        return names;
    }
}
