package org.zfscope.benchmarks.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * A network of blocks, forward. Reads {@code plan.txt}: "conv NAME FILTERS CHANNELS KERNEL STRIDE GROUPS INPUT", "relu NAME
 * CEILING INPUT", "pool NAME INPUT", "sum NAME INPUT INPUT" or "mean NAME INPUT". Answers {@code forward} by ms and the sum of
 * absolute values and the maximum of the last output, {@code batch N} by the ms of N such pictures together, and {@code ascend
 * LAYER N STEPS} by the ms in which N pictures go up the gradient of the means of the layer's first N maps. Arguments: the folder, the number of threads, the picture's side.
 */
public final class Blocks {

    /** One layer, from all outputs so far. */
    @FunctionalInterface
    private interface Layer extends Function<Map<String, Tensor>, Tensor> {}

    private static final long[] ONE = {1, 1};

    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private final Path folder;

    private Blocks(Path folder) throws IOException {
        this.folder = folder;
        for (String line : Files.readAllLines(folder.resolve("plan.txt"))) {
            String[] words = line.split(" ", -1);
            layers.put(words[1], layer(words));
        }
    }

    private Layer layer(String[] w) throws IOException {
        String input = w[w.length - 1];
        return switch (w[0]) {
            case "conv" -> convolution(w[1], number(w[2]), number(w[3]), number(w[4]), number(w[5]), number(w[6]), input);
            case "relu" -> rectifier(Float.parseFloat(w[2]), input);
            case "pool" -> all -> torch.max_pool2d_with_indices(
                            get(all, input), new long[] {3, 3}, new long[] {2, 2}, ONE, ONE, false)
                    .get0();
            case "sum" -> all -> get(all, w[2]).add(get(all, input));
            case "mean" -> all -> get(all, input).mean(new long[] {2, 3}, true, new ScalarTypeOptional());
            default -> throw new IOException("plan.txt: conv, relu, pool, sum or mean expected, found " + w[0]);
        };
    }

    private Layer convolution(String name, long filters, long channels, long kernel, long stride, long groups, String input)
            throws IOException {
        Tensor weights = Step.tensor(
                folder.resolve(name + ".weights"), filters, channels / groups, kernel, kernel);
        Tensor bias = Step.tensor(folder.resolve(name + ".bias"), filters);
        long[] strides = {stride, stride};
        long[] padding = {kernel / 2, kernel / 2};
        return all -> torch.conv2d(
                get(all, input), weights, new TensorOptional(bias), strides, padding, ONE, groups);
    }

    private static Layer rectifier(float ceiling, String input) {
        if (Float.isInfinite(ceiling)) {
            return all -> torch.relu(get(all, input));
        }
        ScalarOptional zero = new ScalarOptional(new Scalar(0f));
        ScalarOptional most = new ScalarOptional(new Scalar(ceiling));
        return all -> torch.clamp(get(all, input), zero, most);
    }

    private static long number(String word) {
        return Long.parseLong(word);
    }

    private static Tensor get(Map<String, Tensor> all, String name) {
        Tensor tensor = all.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("no layer " + name);
        }
        return tensor;
    }

    /** The output of a layer, which is the last that is computed. */
    private Tensor run(Tensor pictures, String layer) {
        Map<String, Tensor> all = new HashMap<>();
        all.put("input", pictures);
        for (Map.Entry<String, Layer> next : layers.entrySet()) {
            Tensor made = next.getValue().apply(all);
            all.put(next.getKey(), made);
            if (next.getKey().equals(layer)) {
                return made;
            }
        }
        throw new IllegalArgumentException("no layer " + layer);
    }

    private String last() {
        String last = "";
        for (String name : layers.keySet()) {
            last = name;
        }
        return last;
    }

    @SuppressWarnings("try") // the scope gives back what the run leaves
    private String batch(Tensor picture, long many) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard forward = new NoGradGuard()) {
            Tensor pictures = picture.repeat(many, 1, 1, 1).contiguous();
            long start = System.nanoTime();
            run(pictures, last());
            return String.format(Locale.ROOT, "%.4f", (System.nanoTime() - start) / 1e6);
        }
    }

    @SuppressWarnings("try") // the scope gives back what the run leaves
    private String ascend(Tensor picture, String layer, long many, int steps) {
        try (PointerScope scope = new PointerScope()) {
            Tensor pictures = picture.repeat(many, 1, 1, 1).contiguous();
            long start = System.nanoTime();
            for (int step = 0; step < steps; step++) {
                pictures = up(pictures, layer, many);
            }
            return String.format(Locale.ROOT, "%.4f", (System.nanoTime() - start) / 1e6);
        }
    }

    /** One step, by the gradient divided by each picture's root mean square. */
    private Tensor up(Tensor pictures, String layer, long many) {
        Tensor moving = pictures.detach().set_requires_grad(true);
        Tensor maps = run(moving, layer);
        Tensor sum = torch.zeros(1);
        for (long i = 0; i < many; i++) {
            sum = sum.add(maps.select(0, i).select(0, i).mean());
        }
        sum.backward();
        Tensor gradient = moving.grad();
        Tensor rms = gradient.square().mean(new long[] {1, 2, 3}, true, new ScalarTypeOptional()).sqrt();
        return moving.detach().add(gradient.div(rms.add(new Scalar(1e-5f))));
    }

    @SuppressWarnings("try") // the scope gives back what the run leaves
    private String forward(Tensor picture) {
        try (PointerScope scope = new PointerScope()) {
            long start = System.nanoTime();
            Tensor last = run(picture, last());
            double ms = (System.nanoTime() - start) / 1e6;
            return String.format(
                    Locale.ROOT, "%.4f %.9g %.9g", ms, last.abs().sum().item_double(), last.max().item_double());
        }
    }

    public static void main(String[] args) throws IOException {
        torch.set_num_threads(Integer.parseInt(args[1]));
        Path folder = Path.of(args[0]);
        long side = Long.parseLong(args[2]);
        Tensor picture = Step.tensor(folder.resolve("picture"), 1, 3, side, side);
        Blocks blocks = new Blocks(folder);
        System.out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", -1);
            System.out.println(
                    switch (words[0]) {
                        case "forward" -> blocks.forward(picture);
                        case "batch" -> blocks.batch(picture, number(words[1]));
                        case "ascend" ->
                            blocks.ascend(picture, words[1], number(words[2]), Integer.parseInt(words[3]));
                        default -> throw new IOException("forward, batch or ascend expected, found " + line);
                    });
        }
    }
}
