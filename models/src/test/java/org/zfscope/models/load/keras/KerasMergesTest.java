package org.zfscope.models.load.keras;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layers that take several inputs. */
class KerasMergesTest {

    private static final Map<String, Array> NO_WEIGHTS = Map.of("vars/0", Array.random(1, 1));

    private final KerasFiles files;

    KerasMergesTest(@TempDir Path folder) {
        files = new KerasFiles(folder);
    }

    /** Of a = relu(x), b = tanh(x) and x itself. */
    private interface Merge {
        double of(double a, double b, double x);
    }

    private void is(String kind, String config, Merge merge, String... inputs) throws IOException {
        String model = KerasText.functional(
                "6, 5, 3",
                "it",
                KerasText.layer("ReLU", "a", "", "in"),
                KerasText.layer("Activation", "b", "'activation': 'tanh'", "in"),
                KerasText.layer(kind, "it", config, inputs));
        try (KerasRun run = new KerasRun(files.archive("3.4.1", model, NO_WEIGHTS))) {
            Pixels in = run.input();
            run.gives(in.each((y, x, c) -> {
                double v = in.at(y, x, c);
                return merge.of(Math.max(v, 0), Math.tanh(v), v);
            }));
        }
    }

    @Test
    void sumsDifferencesProductsMeansAndExtremes() throws IOException {
        is("Add", "", (a, b, x) -> a + b + x, "a", "b", "in");
        is("Subtract", "", (a, b, x) -> b - a, "b", "a");
        is("Multiply", "", (a, b, x) -> a * b, "a", "b");
        is("Average", "", (a, b, x) -> (a + b + x) / 3, "a", "b", "in");
        is("Maximum", "", (a, b, x) -> Math.max(a, Math.max(b, x)), "a", "b", "in");
        is("Minimum", "", (a, b, x) -> Math.min(b, x), "b", "in");
    }

    @Test
    void channelsOneBehindTheOther() throws IOException {
        String model = KerasText.functional(
                "6, 5, 3",
                "it",
                KerasText.layer("ReLU", "a", "", "in"),
                KerasText.layer("Concatenate", "it", "'axis': -1", "a", "in"));
        try (KerasRun run = new KerasRun(files.archive("3.4.1", model, NO_WEIGHTS))) {
            Pixels in = run.input();
            run.gives(Pixels.of(6, 5, 6, (y, x, c) -> c < 3 ? Math.max(0, in.at(y, x, c)) : in.at(y, x, c - 3)));
        }
    }

    @Test
    void flattenedMapsOneBehindTheOther() throws IOException {
        Array matrix = Array.random(1, 120, 2);
        Array bias = Array.random(2, 2);
        String model = KerasText.functional(
                "5, 4, 3",
                "it",
                KerasText.layer("Flatten", "a", "", "in"),
                KerasText.layer("ReLU", "r", "", "in"),
                KerasText.layer("Flatten", "b", "", "r"),
                KerasText.layer("Concatenate", "both", "'axis': -1", "b", "a"),
                KerasText.layer("Dense", "it", "'units': 2", "both"));
        Map<String, Array> weights = Map.of("layers/dense/vars/0", matrix, "layers/dense/vars/1", bias);
        try (KerasRun run = new KerasRun(files.archive("3.4.1", model, weights))) {
            double[] in = run.input().values();
            Pixels both = Pixels.of(1, 1, 120, (y, x, i) -> i < 60 ? Math.max(0, in[i]) : in[i - 60]);
            run.gives(both.dense(matrix, bias));
        }
    }

    @Test
    void squeezeAndExcitation() throws IOException {
        Array first = Array.random(1, 3, 2);
        Array second = Array.random(2, 2, 3);
        Array two = Array.random(3, 2);
        Array three = Array.random(4, 3);
        String model = KerasText.functional(
                "6, 5, 3",
                "it",
                KerasText.layer("GlobalAveragePooling2D", "mean", "", "in"),
                KerasText.layer("Reshape", "back", "'target_shape': [1, 1, 3]", "mean"),
                KerasText.layer("Dense", "down", "'units': 2, 'activation': 'relu'", "back"),
                KerasText.layer("Dense", "up", "'units': 3, 'activation': 'sigmoid'", "down"),
                KerasText.layer("Multiply", "it", "", "up", "in"));
        Map<String, Array> weights = Map.of(
                "layers/dense/vars/0",
                first,
                "layers/dense/vars/1",
                two,
                "layers/dense_1/vars/0",
                second,
                "layers/dense_1/vars/1",
                three);
        try (KerasRun run = new KerasRun(files.archive("3.4.1", model, weights))) {
            Pixels in = run.input();
            Pixels down = in.mean(new Pixels.Slide(6, 5, 1, 1, false)).dense(first, two);
            Pixels up = down.each((y, x, c) -> Math.max(0, down.at(y, x, c))).dense(second, three);
            run.gives(in.each((y, x, c) -> in.at(y, x, c) / (1 + Math.exp(-up.at(0, 0, c)))));
        }
    }
}
