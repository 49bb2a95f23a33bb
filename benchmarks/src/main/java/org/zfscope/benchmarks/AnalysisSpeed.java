package org.zfscope.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.zfscope.models.Activations;
import org.zfscope.models.Engines;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.compute.onednn.OneDnn;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.Target;
import org.zfscope.viz.analysis.Ascent;
import org.zfscope.viz.analysis.Occluder;
import org.zfscope.viz.analysis.Occlusion;

/** Prints what occlusion and gradient ascent take, beside libtorch and beside doing them naively. */
public final class AnalysisSpeed {

    private static final long SEED = 2;
    private static final int ROUNDS = 3;

    /** 30 x 30 places. */
    private static final Occluder SQUARE = new Occluder(50, 6, Occluder.Border.INSIDE);

    /** The end of the second of ResNet-18's four stages: 128 maps of 28 x 28. */
    private static final String MIDDLE = "relu24";

    private static final String FORWARDS = Comparison.LIBTORCH + ", 900 forwards in batches";
    private static final int PLACES = 900;
    private static final int BATCH = 30;
    private static final int ASCENTS = 64;

    /** So many of them are measured; the others take as long again. */
    private static final int MEASURED = 16;

    private static final int TOGETHER = 8;
    private static final int STEPS = 20;

    private final Network network;
    private final Libtorch libtorch;
    private final Tensor picture;
    private final String layer;

    private AnalysisSpeed(Network network, Libtorch libtorch, Tensor picture, String layer) {
        this.network = network;
        this.libtorch = libtorch;
        this.picture = picture;
        this.layer = layer;
    }

    /** Arguments: libtorch's class path, the number of threads, and maybe {@code occlusion}, {@code naive} or {@code ascent} alone. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("zfscope-benchmark");
        Plan plan = Plans.resNet18();
        try {
            plan.write(folder, SEED);
            try (Libtorch libtorch = Libtorch.blocks(args[0], folder, Integer.parseInt(args[1]));
                    Network network = plan.network(folder).on(Engines.usual())) {
                Tensor picture = new Tensor(new Shape(3, Plan.SIDE, Plan.SIDE), Vgg16.read(folder, "picture"));
                System.out.printf(
                        Locale.ROOT,
                        "%s on %s, %s%n%n",
                        plan.name(),
                        Engines.usual().name(),
                        OneDnn.instructions());
                System.out.print(Row.HEADER);
                new AnalysisSpeed(network, libtorch, picture, MIDDLE)
                        .measure(args.length > 2 ? List.of(args[2]) : List.of("occlusion", "naive", "ascent"));
            }
        } finally {
            SideBySide.delete(folder);
        }
    }

    private void measure(List<String> parts) {
        if (parts.contains("occlusion") || parts.contains("naive")) {
            occlusion(parts);
        }
        if (parts.contains("ascent")) {
            ascent();
        }
    }

    private void occlusion(List<String> parts) {
        try (Activations run = network.forward(picture, Keep.everything())) {
            Tensor fill = Tensor.zeros(picture.shape());
            DoubleSupplier forwards = () -> libtorch.batch(BATCH) * PLACES / BATCH;
            DoubleSupplier unit = time(() -> Occlusion.ofMaps(run, layer, SQUARE, fill, Progress.SILENT));
            DoubleSupplier score = time(() -> Occlusion.of(run, layer, SQUARE, fill, Progress.SILENT));
            if (parts.contains("occlusion")) {
                print("occlusion, 900 places, a unit of " + layer, FORWARDS, unit, forwards, 0.25);
                print("occlusion, 900 places, class score", FORWARDS, score, forwards, 0.6);
            }
            if (parts.contains("naive")) {
                print("occlusion, 900 places, class score", "zfscope, 900 forwards", score, this::oneByOne, 1);
            }
        }
    }

    private void ascent() {
        DoubleSupplier measured = time(() -> ascend(MEASURED));
        DoubleSupplier ascents = () -> measured.getAsDouble() * ASCENTS / MEASURED;
        print(
                "64 ascents of 20 steps, maps of " + layer,
                Comparison.LIBTORCH + " autograd, batches of " + TOGETHER,
                ascents,
                () -> libtorch.ascend(layer, TOGETHER, STEPS) * ASCENTS / TOGETHER,
                0.6);
        DoubleSupplier alone = time(() -> ascend(1));
        print("64 ascents of 20 steps", "zfscope, one by one", ascents, () -> alone.getAsDouble() * ASCENTS, 1);
    }

    private void ascend(int many) {
        List<Target> maps = IntStream.range(0, many)
                .<Target>mapToObj(i -> new Target.WholeMap(layer, i))
                .toList();
        Ascent.of(network, maps, new Ascent.Recipe(Ascent.Preset.KERAS, STEPS, 1, SEED), Progress.SILENT);
    }

    private double oneByOne() {
        return time(() -> {
                            for (int i = 0; i < BATCH; i++) {
                                network.forward(
                                                picture,
                                                Keep.only(network.output().name()))
                                        .close();
                            }
                        })
                        .getAsDouble()
                * PLACES
                / BATCH;
    }

    private static DoubleSupplier time(Runnable work) {
        return () -> {
            long start = System.nanoTime();
            work.run();
            return (System.nanoTime() - start) / 1e6;
        };
    }

    /** Each side once to warm up, then in turns. */
    private static void print(String what, String peer, DoubleSupplier ours, DoubleSupplier theirs, double target) {
        Pair pair = Pair.take(ROUNDS, ours, theirs);
        System.out.print(new Row(what, peer, pair, target).markdown(1));
    }
}
