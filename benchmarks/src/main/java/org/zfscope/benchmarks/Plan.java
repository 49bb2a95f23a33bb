package org.zfscope.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.zfscope.benchmarks.Plan.Step.Convolve;
import org.zfscope.benchmarks.Plan.Step.Mean;
import org.zfscope.benchmarks.Plan.Step.Pool;
import org.zfscope.benchmarks.Plan.Step.Rectify;
import org.zfscope.benchmarks.Plan.Step.Sum;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.Add;
import org.zfscope.models.layer.ClippedRelu;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.GlobalAveragePool;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Shape;

/** A network with random weights, step by step, as files that all sides of a comparison read. Batch normalisation is folded. */
record Plan(String name, List<Step> steps) {

    static final int SIDE = 224;

    /** One layer: what it is called, and whose outputs it takes. */
    sealed interface Step {

        String name();

        List<String> inputs();

        /** Filters of odd sides, padded so that at stride 1 maps stay as large as they are. */
        record Convolve(String name, String input, int filters, int channels, int kernel, int stride, int groups)
                implements Step {

            @Override
            public List<String> inputs() {
                return List.of(input);
            }

            int each() {
                return channels / groups * kernel * kernel;
            }
        }

        record Rectify(String name, String input, float ceiling) implements Step {
            @Override
            public List<String> inputs() {
                return List.of(input);
            }
        }

        /** 3x3, stride 2, padding 1. */
        record Pool(String name, String input) implements Step {
            @Override
            public List<String> inputs() {
                return List.of(input);
            }
        }

        record Sum(String name, String first, String second) implements Step {
            @Override
            public List<String> inputs() {
                return List.of(first, second);
            }
        }

        record Mean(String name, String input) implements Step {
            @Override
            public List<String> inputs() {
                return List.of(input);
            }
        }
    }

    /** Billions of multiplications and additions in all convolutions. */
    double work() {
        Map<String, Integer> sides = new HashMap<>(Map.of(Network.INPUT, SIDE));
        double work = 0;
        for (Step step : steps) {
            int side = sides.getOrDefault(step.inputs().get(0), 1);
            int stride = step instanceof Convolve c ? c.stride() : step instanceof Pool ? 2 : 1;
            int out = step instanceof Mean ? 1 : (side + stride - 1) / stride;
            work += step instanceof Convolve c ? 2e-9 * c.filters() * c.each() * out * out : 0;
            sides.put(step.name(), out);
        }
        return work;
    }

    /** Plan, picture and weights. */
    void write(Path folder, long seed) throws IOException {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (Step step : steps) {
            lines.add(line(step));
            if (step instanceof Convolve c) {
                double spread = Math.sqrt(2.0 / c.each());
                Vgg16.write(folder, c.name() + ".weights", Vgg16.gaussian(c.filters() * c.each(), spread, random));
                Vgg16.write(folder, c.name() + ".bias", Vgg16.gaussian(c.filters(), 0.01, random));
            }
        }
        Vgg16.write(folder, "picture", Vgg16.gaussian(3 * SIDE * SIDE, 1, random));
        Files.write(folder.resolve("plan.txt"), lines);
    }

    private static String line(Step step) {
        return String.join(
                " ", Stream.concat(words(step), step.inputs().stream()).toList());
    }

    private static Stream<String> words(Step step) {
        if (step instanceof Convolve c) {
            return Stream.of(
                    "conv",
                    c.name(),
                    "" + c.filters(),
                    "" + c.channels(),
                    "" + c.kernel(),
                    "" + c.stride(),
                    "" + c.groups());
        }
        return step instanceof Rectify r
                ? Stream.of("relu", r.name(), "" + r.ceiling())
                : Stream.of(step instanceof Pool ? "pool" : step instanceof Sum ? "sum" : "mean", step.name());
    }

    /** The same for zfscope. */
    Network network(Path folder) throws IOException {
        List<Node> nodes = new ArrayList<>();
        for (Step step : steps) {
            nodes.add(new Node(step.name(), layer(step, folder), step.inputs()));
        }
        return new Network(name, new Shape(3, SIDE, SIDE), Preprocessing.caffe(Source.DEFAULT), List.of(), nodes);
    }

    private static Layer layer(Step step, Path folder) throws IOException {
        if (step instanceof Convolve c) {
            float[] weights = Vgg16.read(folder, c.name() + ".weights");
            float[] bias = Vgg16.read(folder, c.name() + ".bias");
            int depth = c.channels() / c.groups();
            return new Convolution(
                    Weights.of(weights, bias, c.filters(), depth, c.kernel(), c.kernel()),
                    Geometry.square(c.kernel(), c.stride(), c.kernel() / 2),
                    c.groups());
        } else if (step instanceof Rectify r) {
            return Float.isInfinite(r.ceiling()) ? new Relu() : new ClippedRelu(r.ceiling());
        } else if (step instanceof Pool) {
            return new MaxPool(Geometry.square(3, 2, 1));
        }
        return step instanceof Mean ? new GlobalAveragePool() : new Add();
    }
}
