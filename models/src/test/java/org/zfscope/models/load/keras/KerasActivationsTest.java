package org.zfscope.models.load.keras;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions as Keras defines them, as layers and as parts of layers. */
class KerasActivationsTest {

    private static final Map<String, Array> NO_WEIGHTS = Map.of("vars/0", Array.random(1, 1));

    private static final Map<String, DoubleUnaryOperator> FUNCTIONS = Map.ofEntries(
            Map.entry("linear", x -> x),
            Map.entry("relu", x -> Math.max(x, 0)),
            Map.entry("relu6", x -> Math.min(Math.max(x, 0), 6)),
            Map.entry("leaky_relu", x -> x > 0 ? x : 0.2 * x),
            Map.entry("sigmoid", x -> 1 / (1 + Math.exp(-x))),
            Map.entry("tanh", Math::tanh),
            Map.entry("elu", x -> x > 0 ? x : Math.expm1(x)),
            Map.entry("softplus", x -> Math.log(1 + Math.exp(x))),
            Map.entry("softsign", x -> x / (1 + Math.abs(x))),
            Map.entry("swish", x -> x / (1 + Math.exp(-x))),
            Map.entry("exponential", Math::exp));

    private final KerasFiles files;

    KerasActivationsTest(@TempDir Path folder) {
        files = new KerasFiles(folder);
    }

    private void is(String version, String layer, DoubleUnaryOperator function) throws IOException {
        String config = KerasText.sequential("6, 5, 3", KerasText.layer("ZeroPadding2D", "pad", "'padding': 0"), layer);
        try (KerasRun run = new KerasRun(files.archive(version, config, NO_WEIGHTS))) {
            Pixels in = run.input();
            run.gives(in.each((y, x, c) -> function.applyAsDouble(in.at(y, x, c))));
        }
    }

    @Test
    void functionsByName() throws IOException {
        for (Map.Entry<String, DoubleUnaryOperator> f : FUNCTIONS.entrySet()) {
            is("3.4.1", KerasText.layer("Activation", "it", "'activation': '" + f.getKey() + "'"), f.getValue());
        }
    }

    @Test
    void functionsAsObjectsOfKeras3AndAsWholeLayers() throws IOException {
        is(
                "3.4.1",
                KerasText.layer(
                        "Activation",
                        "it",
                        "'activation': {'module': 'builtins', 'class_name': 'function', 'config': 'relu6', "
                                + "'registered_name': 'function'}"),
                x -> Math.min(Math.max(x, 0), 6));
        is(
                "2.11.0",
                KerasText.layer(
                        "Activation", "it", "'activation': {'class_name': 'LeakyReLU', 'config': {'alpha': 0.1}}"),
                x -> x > 0 ? x : 0.1 * x);
    }

    @Test
    void theHardSigmoidChangedWithKeras3() throws IOException {
        String layer = KerasText.layer("Activation", "it", "'activation': 'hard_sigmoid'");
        is("2.15.0", layer, x -> Math.min(Math.max(0.2 * x + 0.5, 0), 1));
        is("3.0.0", layer, x -> Math.min(Math.max(x / 6 + 0.5, 0), 1));
    }

    @Test
    void rectifiersAsLayers() throws IOException {
        is("3.4.1", KerasText.layer("ReLU", "it", "'max_value': null, 'negative_slope': 0.0"), x -> Math.max(x, 0));
        is("3.4.1", KerasText.layer("ReLU", "it", "'max_value': 1.5"), x -> Math.min(Math.max(x, 0), 1.5));
        is("3.4.1", KerasText.layer("ReLU", "it", "'negative_slope': 0.25"), x -> x > 0 ? x : 0.25 * x);
        is("3.4.1", KerasText.layer("LeakyReLU", "it", "'negative_slope': 0.1"), x -> x > 0 ? x : 0.1 * x);
        is("2.15.0", KerasText.layer("LeakyReLU", "it", "'alpha': 0.1"), x -> x > 0 ? x : 0.1 * x);
        is("3.4.1", KerasText.layer("LeakyReLU", "it", ""), x -> x > 0 ? x : 0.3 * x);
        is("3.4.1", KerasText.layer("ELU", "it", "'alpha': 0.5"), x -> x > 0 ? x : 0.5 * Math.expm1(x));
    }

    @Test
    void slopesThatWereTrainedForEachChannelOrEachValue() throws IOException {
        for (Array alpha : new Array[] {Array.random(1, 1, 1, 3), Array.random(2, 6, 5, 3)}) {
            String config = KerasText.sequential("6, 5, 3", KerasText.layer("PReLU", "it", ""));
            Map<String, Array> weights = Map.of("layers/p_re_lu/vars/0", alpha);
            try (KerasRun run = new KerasRun(files.archive("3.4.1", config, weights))) {
                Pixels in = run.input();
                boolean shared = alpha.sides()[0] == 1;
                run.gives(in.each((y, x, c) -> Math.max(in.at(y, x, c), 0)
                        + Math.min(in.at(y, x, c), 0) * alpha.at(shared ? 0 : y, shared ? 0 : x, c)));
            }
        }
    }

    @Test
    void softmaxOverTheChannels() throws IOException {
        String config = KerasText.sequential("6, 5, 3", KerasText.layer("Softmax", "it", "'axis': -1"));
        try (KerasRun run = new KerasRun(files.archive("3.4.1", config, NO_WEIGHTS))) {
            Pixels in = run.input();
            run.gives(in.each((y, x, c) -> Math.exp(in.at(y, x, c))
                    / (Math.exp(in.at(y, x, 0)) + Math.exp(in.at(y, x, 1)) + Math.exp(in.at(y, x, 2)))));
        }
    }
}
