package org.zfscope.models.load.keras;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zfscope.models.load.keras.KerasCall.Tensor;

/** One walk along a Keras model, and the models in it, which makes our nodes. */
final class KerasBuild {

    private static final int MAX_USES = 20_000;

    private final KerasNodes nodes;
    private final KerasWeights weights;
    private final int version;
    private int made;

    KerasBuild(KerasNodes nodes, KerasWeights weights, int version) {
        this.nodes = nodes;
        this.weights = weights;
        this.version = version;
    }

    /** A use of a layer that is still to be made. */
    private record Pending(KerasLayer layer, int use, KerasCall call) {}

    /**
     * Makes the layers of a model.
     *
     * @param given what the model is given
     * @return what it gives
     */
    List<KerasValue> run(KerasModel model, List<KerasValue> given) {
        if (given.size() != model.inputs().size()) {
            throw new IllegalArgumentException(say(
                    "models.keras-build.inputs", model.name(), model.inputs().size(), given.size()));
        }
        Map<Tensor, KerasValue> values = new HashMap<>();
        for (int i = 0; i < given.size(); i++) {
            values.put(model.inputs().get(i), given.get(i));
        }
        Map<String, Integer> first = model.firstUses();
        Deque<Pending> pending = new ArrayDeque<>();
        for (KerasLayer layer : model.layers()) {
            for (int i = 0; i < layer.calls().size(); i++) {
                pending.add(new Pending(
                        layer,
                        i + first.getOrDefault(layer.name(), 0),
                        layer.calls().get(i)));
            }
        }
        run(pending, values);
        return all(model.outputs(), values);
    }

    /** Those that have all they take, again and again: a shared layer stands before what its later uses take. */
    private void run(Deque<Pending> pending, Map<Tensor, KerasValue> values) {
        int waiting = 0;
        while (!pending.isEmpty()) {
            Pending next = pending.remove();
            if (values.keySet().containsAll(next.call().tensors())) {
                make(next, values);
                waiting = 0;
            } else {
                pending.add(next);
                waiting++;
            }
            if (waiting > pending.size()) {
                throw new IllegalArgumentException(
                        say("models.keras-build.nowhere", next.layer().path(), missing(next, values)));
            }
        }
    }

    private static String missing(Pending next, Map<Tensor, KerasValue> values) {
        return next.call().tensors().stream()
                .filter(t -> !values.containsKey(t))
                .map(Tensor::layer)
                .findFirst()
                .orElse("");
    }

    private void make(Pending next, Map<Tensor, KerasValue> values) {
        if (++made > MAX_USES) { // models in models in models, each used twice
            throw new IllegalArgumentException(say("models.keras-build.too-many", MAX_USES));
        }
        List<KerasValue> inputs = all(next.call().tensors(), values);
        String name = next.layer().name();
        Optional<KerasModel> inner = next.layer().inner();
        List<KerasValue> outputs = inner.isPresent() ? run(inner.get(), inputs) : List.of(one(next, inputs));
        for (int i = 0; i < outputs.size(); i++) {
            values.put(new Tensor(name, next.use(), i), outputs.get(i));
        }
    }

    private KerasValue one(Pending next, List<KerasValue> inputs) {
        KerasLayer layer = next.layer();
        try {
            return KerasKinds.of(layer).apply(new KerasUse(layer, next.call(), inputs, nodes, weights, version));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    say("models.keras-build.layer", layer.path(), layer.kind(), e.getMessage()), e);
        }
    }

    private static List<KerasValue> all(List<Tensor> tensors, Map<Tensor, KerasValue> values) {
        List<KerasValue> all = new ArrayList<>();
        for (Tensor tensor : tensors) {
            all.add(Optional.ofNullable(values.get(tensor))
                    .orElseThrow(() ->
                            new IllegalArgumentException(say("models.keras-build.output-nowhere", tensor.layer()))));
        }
        return all;
    }
}
