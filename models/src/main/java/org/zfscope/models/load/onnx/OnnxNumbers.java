package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zfscope.models.load.onnx.OnnxValue.Floats;
import org.zfscope.models.load.onnx.OnnxValue.Ints;

/**
 * Arithmetic between constants, worked out while loading: PyTorch writes {@code x.view(x.size(0), -1)} as half a dozen nodes,
 * and sizes that depend on a picture's as dozens of them.
 *
 * @param whole whether they are whole numbers, whose quotients are cut off, and truths, which are 0 or 1
 */
record OnnxNumbers(long[] dims, double[] values, boolean whole) {

    /** On whole numbers they give whole numbers; comparisons always do. */
    private static final Map<String, DoubleBinaryOperator> BINARY = Map.ofEntries(
            Map.entry("Add", Double::sum),
            Map.entry("Sub", (a, b) -> a - b),
            Map.entry("Mul", (a, b) -> a * b),
            Map.entry("Div", (a, b) -> a / b),
            Map.entry("Mod", (a, b) -> a - Math.floor(a / b) * b),
            Map.entry("Pow", Math::pow),
            Map.entry("Min", Math::min),
            Map.entry("Max", Math::max),
            Map.entry("Equal", (a, b) -> a == b ? 1 : 0),
            Map.entry("Less", (a, b) -> a < b ? 1 : 0),
            Map.entry("LessOrEqual", (a, b) -> a <= b ? 1 : 0),
            Map.entry("Greater", (a, b) -> a > b ? 1 : 0),
            Map.entry("GreaterOrEqual", (a, b) -> a >= b ? 1 : 0),
            Map.entry("And", (a, b) -> a != 0 && b != 0 ? 1 : 0),
            Map.entry("Or", (a, b) -> a != 0 || b != 0 ? 1 : 0));

    private static final List<String> COMPARISONS =
            List.of("Equal", "Less", "LessOrEqual", "Greater", "GreaterOrEqual", "And", "Or", "Not");

    private static final Map<String, DoubleUnaryOperator> UNARY = Map.ofEntries(
            Map.entry("Neg", a -> -a),
            Map.entry("Abs", Math::abs),
            Map.entry("Floor", Math::floor),
            Map.entry("Ceil", Math::ceil),
            Map.entry("Round", Math::rint),
            Map.entry("Sqrt", Math::sqrt),
            Map.entry("Exp", Math::exp),
            Map.entry("Reciprocal", a -> 1 / a),
            Map.entry("Not", a -> a == 0 ? 1 : 0));

    private static final Map<String, DoubleBinaryOperator> REDUCTIONS = Map.of(
            "ReduceProd", (a, b) -> a * b, "ReduceSum", Double::sum, "ReduceMin", Math::min, "ReduceMax", Math::max);

    /** The names of the operators that work on constants. */
    static List<String> operators() {
        return Stream.of(BINARY.keySet(), UNARY.keySet(), REDUCTIONS.keySet())
                .flatMap(Set::stream)
                .toList();
    }

    /** What a constant holds; nothing for a layer's output. */
    static Optional<OnnxNumbers> of(OnnxValue value) {
        if (value instanceof Ints ints) {
            return Optional.of(new OnnxNumbers(
                    ints.dims(), Arrays.stream(ints.data()).asDoubleStream().toArray(), true));
        }
        if (value instanceof Floats floats) {
            OnnxBudget.requireDoubles(floats.data().capacity());
            double[] values = new double[floats.data().capacity()];
            Arrays.setAll(values, i -> floats.data().get(i));
            return Optional.of(new OnnxNumbers(floats.dims(), values, false));
        }
        return Optional.empty();
    }

    /** What a node makes of constants; nothing where it takes layers' outputs, or is no arithmetic. */
    static Optional<OnnxValue> folded(OnnxNode node) {
        String operator = node.operator();
        if (node.inputs() < 1 || !(isArithmetic(operator) || REDUCTIONS.containsKey(operator))) {
            return Optional.empty();
        }
        List<Optional<OnnxNumbers>> inputs = IntStream.range(0, node.inputs())
                .mapToObj(i -> of(node.input(i)))
                .toList();
        if (inputs.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<OnnxNumbers> numbers = inputs.stream().flatMap(Optional::stream).toList();
        OnnxNumbers result = REDUCTIONS.containsKey(operator)
                ? numbers.get(0).reduced(node, REDUCTIONS.getOrDefault(operator, Double::sum))
                : worked(operator, numbers);
        return Optional.of(result.value(node));
    }

    private static boolean isArithmetic(String operator) {
        return BINARY.containsKey(operator) || UNARY.containsKey(operator);
    }

    private static OnnxNumbers worked(String operator, List<OnnxNumbers> numbers) {
        boolean whole = numbers.get(0).whole() || COMPARISONS.contains(operator);
        OnnxNumbers result = numbers.get(0);
        DoubleUnaryOperator unary = UNARY.get(operator);
        if (unary != null) {
            return new OnnxNumbers(
                    result.dims(), Arrays.stream(result.values()).map(unary).toArray(), whole);
        }
        for (OnnxNumbers other : numbers.subList(1, numbers.size())) {
            result = result.with(other, BINARY.getOrDefault(operator, Double::sum), whole);
        }
        return result;
    }

    private OnnxNumbers with(OnnxNumbers other, DoubleBinaryOperator operator, boolean wholes) {
        OnnxPicks mine = OnnxPicks.spread(dims, other.dims);
        OnnxPicks theirs = OnnxPicks.spread(other.dims, dims);
        double[] out = new double[mine.at().length];
        for (int i = 0; i < out.length; i++) {
            double a = values[mine.at()[i]];
            double b = other.values[theirs.at()[i]];
            out[i] = operator.applyAsDouble(a, b);
        }
        return new OnnxNumbers(mine.dims(), out, wholes);
    }

    /** Over all of them, which is what sizes need. */
    private OnnxNumbers reduced(OnnxNode node, DoubleBinaryOperator operator) {
        if (values.length == 0 || (dims.length > 1 && node.inputs() > 1)) {
            throw new IllegalArgumentException(say("models.onnx-numbers.reduced", Arrays.toString(dims)));
        }
        double result = Arrays.stream(values).reduce(operator).orElseThrow();
        long[] one = new long[node.integer("keepdims", 1) == 0 ? 0 : dims.length];
        Arrays.fill(one, 1);
        return new OnnxNumbers(one, new double[] {result}, whole);
    }

    /** The same as whole numbers, cut off towards zero, as truths, or as real numbers. */
    OnnxNumbers cast(boolean toWhole, boolean toTruths) {
        double[] cast = Arrays.stream(values)
                .map(v -> toTruths ? (v == 0 ? 0 : 1) : toWhole ? (long) v : v)
                .toArray();
        return new OnnxNumbers(dims, cast, toWhole);
    }

    /** The constant that they are. */
    OnnxValue value(OnnxNode node) {
        if (whole) {
            return new Ints(
                    node.output(),
                    dims,
                    Arrays.stream(values).mapToLong(v -> whole(v)).toArray());
        }
        FloatBuffer data = FloatBuffer.allocate(values.length);
        for (double value : values) {
            if (!Float.isFinite((float) value)) {
                throw new IllegalArgumentException(say("models.onnx-numbers.not-finite", value));
            }
            data.put((float) value);
        }
        return new Floats(node.output(), dims, data.rewind());
    }

    private static long whole(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(say("models.onnx-numbers.not-finite", value));
        }
        return (long) value;
    }
}
