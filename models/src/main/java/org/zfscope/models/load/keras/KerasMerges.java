package org.zfscope.models.load.keras;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.zfscope.models.layer.Add;
import org.zfscope.models.layer.Affine;
import org.zfscope.models.layer.Concat;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.Multiply;
import org.zfscope.models.load.Extremes;
import org.zfscope.models.load.keras.KerasValue.Layout;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** Layers that take several inputs. */
final class KerasMerges {

    private KerasMerges() {}

    static KerasValue add(KerasUse use) {
        return use.add(new Add(), alike(use));
    }

    /** The second one times -1, and then the sum. */
    static KerasValue subtract(KerasUse use) {
        KerasValue[] inputs = alike(use);
        use.require(inputs.length == 2, "inbound_nodes");
        return use.add(new Add(), inputs[0], times(use, "negative", inputs[1], -1));
    }

    static KerasValue average(KerasUse use) {
        KerasValue[] inputs = alike(use);
        KerasValue sum = use.addPart("sum", new Add(), inputs);
        return use.add(Affine.scale(number(1f / inputs.length)), sum);
    }

    /** What is let through comes first, and gates last: those that are smaller, or that a sigmoid has made. */
    static KerasValue multiply(KerasUse use) {
        KerasValue[] inputs = alike(use);
        Arrays.sort(
                inputs,
                Comparator.<KerasValue>comparingInt(v -> -v.shape().size())
                        .thenComparing(v -> use.nodes().isGate(v)));
        return use.add(new Multiply(), inputs);
    }

    static KerasValue maximum(KerasUse use) {
        return new Extremes<>(new Making(use)).largest(List.of(alike(use)));
    }

    static KerasValue minimum(KerasUse use) {
        return new Extremes<>(new Making(use)).smallest(List.of(alike(use)));
    }

    private record Making(KerasUse use) implements Extremes.Making<KerasValue> {

        @Override
        public KerasValue part(String ending, Layer layer, List<KerasValue> inputs) {
            return use.addPart(ending, layer, inputs.toArray(KerasValue[]::new));
        }

        @Override
        public KerasValue last(Layer layer, List<KerasValue> inputs) {
            return use.add(layer, inputs.toArray(KerasValue[]::new));
        }
    }

    private static KerasValue times(KerasUse use, String part, KerasValue value, float factor) {
        return use.addPart(part, Affine.scale(number(factor)), value);
    }

    private static Tensor number(float value) {
        return new Tensor(Shape.flat(1), new float[] {value});
    }

    /** Along the channels; vectors one behind the other. */
    static KerasValue concatenate(KerasUse use) {
        KerasValue[] inputs = use.inputs().toArray(KerasValue[]::new);
        if (inputs.length == 0 || Arrays.stream(inputs).anyMatch(v -> v.layout() != inputs[0].layout())) {
            throw new IllegalArgumentException(say("models.keras-merges.mixed"));
        }
        int axis = use.config().integer("axis", use.config().integer("concat_axis", -1));
        int counted = axis < 0 ? axis + inputs[0].rank() : axis;
        use.require(counted == (inputs[0].isVector() ? 1 : inputs[0].channelAxis()), "axis");
        KerasValue joined = inputs.length == 1 ? inputs[0] : use.add(new Concat(), inputs);
        return new KerasValue(joined.node(), joined.shape(), joined.layout(), places(inputs), joined.scaling());
    }

    private static int[] places(KerasValue... inputs) {
        if (Arrays.stream(inputs).allMatch(v -> v.places().length == 0)) {
            return new int[0];
        }
        List<Integer> places = new ArrayList<>();
        for (KerasValue input : inputs) {
            int before = places.size();
            for (int i = 0; i < input.shape().size(); i++) {
                places.add(before + (input.places().length == 0 ? i : input.places()[i]));
            }
        }
        return places.stream().mapToInt(p -> p).toArray();
    }

    /** The inputs, if values that belong together lie in one place; a vector goes along the channels of maps. */
    private static KerasValue[] alike(KerasUse use) {
        List<KerasValue> inputs = use.inputs();
        KerasValue first =
                inputs.stream().filter(v -> !v.isVector()).findFirst().orElse(inputs.get(0));
        for (KerasValue input : inputs) {
            boolean along = input.isVector() && first.layout() == Layout.CHANNELS_LAST && input.places().length == 0;
            boolean fits = input.layout() == first.layout() && Arrays.equals(input.places(), first.places());
            if (inputs.size() < 2 || (!fits && !along && !input.shape().isFlat())) {
                throw new IllegalArgumentException(say("models.keras-merges.mixed"));
            }
        }
        KerasValue[] all = inputs.toArray(KerasValue[]::new);
        all[0] = all[0].isVector() && !first.isVector() ? all[0].with(first.layout()) : all[0];
        return all;
    }
}
