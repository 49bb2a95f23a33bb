package org.zfscope.viz.analysis;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.io.InputException;

/**
 * How well classes that a network may never have seen can be told apart by the features of each of its layers
 * [Zeiler2014 §5.2, §5.3, tables 4, 5 and 7, fig. 9]: a linear classifier learns from a few pictures a class, and is tested
 * on others. Accuracy is the mean of the classes' own accuracies. Compare layers of one run only: how features are made shorter
 * ({@link Pooling}) favours layers with few maps less.
 */
public final class Probe {

    /** Whose features. */
    public enum Learned {
        /** The network's own. */
        TRAINED,
        /** Those of the control: its weights in random order ({@link ShuffledWeights}). */
        SHUFFLED
    }

    /**
     * What is asked for.
     *
     * @param classes of the folder's, spread evenly over their names; all if 0
     * @param layers the last of each block if empty
     * @param perClass numbers of pictures a class to learn from, rising
     * @param features that a layer's vector has at most, unless it has more maps
     * @param cost LIBLINEAR's C
     */
    public record Options(
            int classes,
            List<String> layers,
            Set<Learned> learned,
            List<Classifier> classifiers,
            List<Integer> perClass,
            int folds,
            int features,
            double cost,
            long seed) {

        public Options {
            layers = List.copyOf(new LinkedHashSet<>(layers));
            learned = Set.copyOf(learned);
            classifiers = List.copyOf(new LinkedHashSet<>(classifiers));
            perClass = List.copyOf(new TreeSet<>(perClass));
            if (classes < 0 || perClass.isEmpty() || perClass.get(0) < 1 || folds < 1 || features < 1 || !(cost > 0)) {
                throw new IllegalArgumentException(say("viz.probe.options", classes, perClass, folds, features, cost));
            }
        }

        int most() {
            return perClass.get(perClass.size() - 1);
        }
    }

    /** A layer as it was probed: [channels, rows, columns] features. */
    public record Layer(String name, Learned learned, List<Integer> features) {

        /** How many features. */
        public int length() {
            return features.stream().reduce(1, (a, b) -> a * b);
        }
    }

    /**
     * One number of the table.
     *
     * @param accuracies of each fold, 0 to 1
     */
    public record Cell(Layer layer, Classifier classifier, int perClass, List<Double> accuracies) {

        public double mean() {
            return accuracies.stream().mapToDouble(a -> a).average().orElse(Double.NaN);
        }

        /** Of the folds, by n - 1; 0 where there is only one. */
        public double deviation() {
            double mean = mean();
            double squares = accuracies.stream()
                    .mapToDouble(a -> (a - mean) * (a - mean))
                    .sum();
            return accuracies.size() < 2 ? 0 : Math.sqrt(squares / (accuracies.size() - 1));
        }
    }

    /** All cells, layer by layer. */
    public record Result(int classes, int pictures, List<Tops.Skipped> skipped, List<Layer> layers, List<Cell> cells) {}

    private final Dataset pictures;
    private final Options options;
    private final List<Split> splits;

    /**
     * Draws the folds.
     *
     * @throws InputException if the pictures are not of two classes at least, or too few
     */
    public Probe(Dataset pictures, Options options) {
        this.options = options;
        this.splits = splits(pictures, options);
        Set<Dataset.Item> used = new LinkedHashSet<>();
        splits.forEach(split -> Stream.concat(split.learn(options.most()).stream(), split.tested().stream())
                .forEach(used::add));
        this.pictures = new Dataset(pictures.root(), List.copyOf(used));
    }

    /** The folds that these options draw. */
    static List<Split> splits(Dataset pictures, Options options) {
        Dataset some = options.classes() == 0 ? pictures : pictures.classes(options.classes());
        return Split.draw(some, options.most(), options.folds(), options.seed());
    }

    /** The layers that are probed. */
    private List<String> layers(Network network) {
        return options.layers().isEmpty() ? Blocks.of(network) : options.layers();
    }

    /** The last layer below the classes' scores: what is usually built on. */
    public static String top(Network network) {
        List<String> blocks = Blocks.of(network);
        return blocks.get(blocks.size() - 1);
    }

    /**
     * Runs the pictures, then learns and tests layer by layer.
     *
     * @param progress told of each batch of pictures and of each classifier
     * @throws InputException if the network has no such layer, a class has too few pictures that can be read, or the features
     *     would not fit into memory
     */
    public Result run(Network network, Progress progress) {
        Map<String, Pooling> poolings = new LinkedHashMap<>();
        layers(network).forEach(layer -> poolings.put(layer, Pooling.of(network.shape(layer), options.features())));
        checkMemory(poolings);
        Course course = new Course(network, poolings, progress);
        for (Learned learned : Learned.values()) {
            if (options.learned().contains(learned)) {
                course.go(learned);
            }
        }
        return course.result();
    }

    /** A picture's features are kept as floats, and as objects of LIBLINEAR's while one layer is learned. */
    private void checkMemory(Map<String, Pooling> poolings) {
        long kept = poolings.values().stream().mapToLong(p -> 4L * p.length()).sum();
        long longest =
                poolings.values().stream().mapToLong(Pooling::length).max().orElse(0);
        long learn = splits.get(0).learn(options.most()).size();
        long needed = pictures.items().size() * kept + learn * longest * 28;
        if (needed > Runtime.getRuntime().maxMemory() / 10 * 7) {
            throw new InputException(say(
                    "viz.probe.memory",
                    pictures.items().size(),
                    poolings.size(),
                    needed >> 20,
                    Runtime.getRuntime().maxMemory() >> 20));
        }
    }

    /** A run: what has been found so far. */
    private final class Course {

        private final Network network;
        private final Map<String, Pooling> poolings;
        private final Progress progress;
        private final List<Layer> layers = new ArrayList<>();
        private final List<Cell> cells = new ArrayList<>();
        private List<Tops.Skipped> skipped = List.of();
        private long done;

        Course(Network network, Map<String, Pooling> poolings, Progress progress) {
            this.network = network;
            this.poolings = poolings;
            this.progress = progress;
        }

        /** A fit of a layer counts like as many pictures as there are classes. */
        private long weight() {
            return splits.get(0).learn().size();
        }

        private long total() {
            long fits = (long) poolings.size()
                    * options.classifiers().size()
                    * options.perClass().size()
                    * splits.size();
            return options.learned().size() * (pictures.items().size() + fits * weight());
        }

        void go(Learned learned) {
            Features features = features(learned);
            skipped = features.skipped();
            features.layers().forEach((name, vectors) -> {
                Pooling pooling = Objects.requireNonNull(poolings.get(name));
                Layer layer =
                        new Layer(name, learned, List.of(pooling.maps().channels(), pooling.rows(), pooling.columns()));
                layers.add(layer);
                for (Classifier classifier : options.classifiers()) {
                    options.perClass().forEach(n -> cells.add(cell(layer, classifier, n, vectors)));
                }
            });
        }

        private Features features(Learned learned) {
            long before = done;
            Progress part = (d, t) -> progress.report(before + d, total());
            done += pictures.items().size();
            if (learned == Learned.TRAINED) {
                return Features.of(network, pictures, poolings, part);
            }
            try (Network shuffled = ShuffledWeights.of(network, options.seed())) {
                return Features.of(shuffled, pictures, poolings, part);
            }
        }

        private Cell cell(Layer layer, Classifier classifier, int perClass, Map<Dataset.Item, float[]> vectors) {
            List<Double> accuracies = new ArrayList<>();
            for (Split split : splits) {
                accuracies.add(
                        new Trial(split, vectors).accuracy(classifier, perClass, options.cost(), options.seed()));
                done += weight();
                progress.report(done, total());
            }
            return new Cell(layer, classifier, perClass, accuracies);
        }

        Result result() {
            return new Result(splits.get(0).learn().size(), pictures.items().size(), skipped, layers, cells);
        }
    }
}
