package org.zfscope.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.benchmarks.OneDnnConvolutions.Case;
import org.zfscope.models.compute.onednn.Algorithm;
import org.zfscope.models.compute.onednn.Extent;
import org.zfscope.models.compute.onednn.FilterShape;
import org.zfscope.models.compute.onednn.OneDnn;
import org.zfscope.models.compute.onednn.Slide;
import org.zfscope.models.tensor.Native;

/** What oneDNN called directly can do: single convolutions, then VGG16 beside libtorch and ND4J. */
public final class OneDnnSpeed {

    private static final long SEED = 1;
    private static final int SIDE = 2048;

    private OneDnnSpeed() {}

    /** Arguments: libtorch's class path, the number of threads. */
    public static void main(String[] args) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "oneDNN %s, %s; one product of matrices: %.0f GFLOP/s%n%n",
                OneDnn.version(),
                OneDnn.instructions(),
                peak());
        System.out.print(OneDnnConvolutions.HEADER);
        OneDnnConvolutions convolutions = new OneDnnConvolutions();
        cases().forEach(c -> System.out.print(convolutions.measure(c)));
        Path folder = Files.createTempDirectory("zfscope-benchmark");
        try {
            Vgg16.write(folder, SEED);
            networks(args[0], folder, Integer.parseInt(args[1]));
        } finally {
            SideBySide.delete(folder);
        }
    }

    private static double peak() {
        double least = Double.MAX_VALUE;
        try (INDArray a = Native.allocate(SIDE, SIDE);
                INDArray b = Native.allocate(SIDE, SIDE)) {
            a.assign(1);
            b.assign(1);
            for (int round = 0; round < 7; round++) {
                long start = System.nanoTime();
                a.mmul(b).close();
                least = Math.min(least, (double) (System.nanoTime() - start));
            }
        }
        return 2.0 * SIDE * SIDE * SIDE / least;
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        int side = Vgg16.SIDE;
        for (Vgg16.Block c : Vgg16.convolutions()) {
            cases.add(of("VGG16 " + c.number(), c.filters(), c.channels(), 1, 3, 1, side, true));
            side = c.last() ? side / 2 : side;
        }
        cases.add(of("AlexNet 1", 96, 3, 1, 11, 4, 227, true));
        cases.add(of("AlexNet 2, two groups", 256, 96, 2, 5, 1, 27, false));
        cases.add(of("ResNet 7x7 stride 2", 64, 3, 1, 7, 2, 224, true));
        cases.add(of("ResNet 3x3 stride 2", 128, 64, 1, 3, 2, 56, true));
        cases.add(of("ResNet 1x1", 256, 64, 1, 1, 1, 56, true));
        cases.add(of("MobileNet depthwise", 96, 96, 96, 3, 1, 112, false));
        cases.add(of("MobileNet depthwise stride 2", 96, 96, 96, 3, 2, 112, false));
        cases.add(of("MobileNet 1x1", 24, 96, 1, 1, 1, 56, true));
        cases.add(of("SqueezeNet 3x3", 256, 64, 1, 3, 1, 13, true));
        return cases;
    }

    private static Case of(
            String name, int filters, int channels, int groups, int kernel, int stride, int side, boolean nd4j) {
        return new Case(
                name,
                new FilterShape(filters, channels, groups, kernel, kernel),
                new Extent(1, channels, side, side),
                Slide.square(kernel, stride, kernel / 2),
                nd4j);
    }

    private static void networks(String classpath, Path folder, int threads) throws IOException {
        try (Libtorch libtorch = new Libtorch(classpath, folder, threads);
                OneDnnVgg16 fastest = new OneDnnVgg16(folder, Algorithm.FASTEST);
                OneDnnVgg16 direct = new OneDnnVgg16(folder, Algorithm.DIRECT);
                Zfscope zfscope = new Zfscope(folder)) {
            System.out.printf("%n| VGG16 | oneDNN, ms | beside | ms | ratio |%n|---|--:|---|--:|--:|%n");
            print("forward", "libtorch", Pair.take(i -> fastest.forward(), i -> libtorch.forward()));
            print("forward, direct", "libtorch", Pair.take(i -> direct.forward(), i -> libtorch.forward()));
            print("forward", "zfscope 0.1.0", Pair.take(i -> fastest.forward(), i -> zfscope.forward()));
            for (String layer : List.of("relu1_1", "pool1", "relu3_3", "relu5_3", "pool5")) {
                check(layer, fastest.output(layer), libtorch.output(layer));
            }
            check("dense", fastest.dense("relu5_3"), libtorch.dense("relu5_3"));
            print(
                    "dense back from conv5_3",
                    "libtorch",
                    Pair.take(i -> fastest.dense("relu5_3").ms(), i -> libtorch.dense("relu5_3")
                            .ms()));
            print(
                    "dense back, direct",
                    "libtorch",
                    Pair.take(i -> direct.dense("relu5_3").ms(), i -> libtorch.dense("relu5_3")
                            .ms()));
            for (String layer : List.of("relu5_3", "relu4_3", "relu3_3")) {
                check(layer + ":0", fastest.project(layer, 0), libtorch.project(layer, 0));
                print(
                        "one unit of " + layer,
                        "libtorch",
                        Pair.take(i -> fastest.project(layer, i).ms(), i -> libtorch.project(layer, i)
                                .ms()));
            }
            System.out.printf(
                    "%nprepared filters: %.0f MB, direct %.0f MB%n",
                    fastest.preparedMegabytes(), direct.preparedMegabytes());
        }
    }

    private static void print(String what, String peer, Pair pair) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %s | %.1f | %.3f |%n",
                what,
                pair.ours(),
                peer,
                pair.theirs(),
                pair.ratio());
    }

    private static void check(String what, Answer ours, Answer theirs) {
        if (!ours.agrees(theirs) || ours.sum() == 0) {
            throw new IllegalStateException(what + " differs: " + ours + ", libtorch " + theirs);
        }
    }
}
