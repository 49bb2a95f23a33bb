package org.zfscope.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;

/** The table with all that one must know to read it. */
final class Report {

    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

    private Report() {}

    /** Puts one more table at the end. */
    static void add(Path file, String table) throws IOException {
        Files.writeString(file, table, StandardOpenOption.APPEND);
    }

    static void write(Path file, int threads, String table) throws IOException {
        String text = """
                # Speed

                Written by `benchmarks/run --write`; do not edit. %s, on %s.

                The convolutional part of VGG16, one picture of 224 x 224, the same random weights on all sides, %d threads
                (`OMP_WAIT_POLICY=PASSIVE` for all).
                The sides take turns; each number is the median of %d runs in milliseconds. A ratio below 1 means that zfscope
                is faster. The run stops if two sides do not compute the same numbers (relative difference 1e-3).

                *Of the peak*: the operations that the direct way takes, in the time measured, beside what one product of large
                matrices reaches in the same process. Winograd's algorithm takes fewer, so its share can be more than all.

                - *Everything kept*: the outputs of all convolutions, ReLUs and pools, and the switches. DL4J's ReLU is part of
                  its convolution, so it keeps less.
                - *Deconvnet*: from a map's strongest neuron, all else zero, down to the pixels. libtorch works on whole maps
                  (`conv_transpose2d`, `max_unpool2d`, `relu`), zfscope on what the neuron sees.
                - *Top-9 scan*: of each map after a ReLU the strongest pictures, in batches of four. zfscope reads its inputs from
                  files and keeps positions too; libtorch has them in memory.
                - *Deconvnet of the whole conv5_3*: all its maps at once, whole maps on both sides.
                - *ResNet-18-like*, *MobileNetV2-like*: the papers' layers for 224 x 224 with random weights, batch normalisation
                  folded into the convolutions on both sides, as exporters leave it; everything kept.
                - libtorch (`org.bytedeco:pytorch`) runs in a process of its own, which takes its own times.
                - The second table: both sides are told that the processor has no AVX-512 (`ONEDNN_MAX_CPU_ISA=AVX2`,
                  `ATEN_CPU_CAPABILITY=avx2`). Winograd's algorithm does not exist there.
                - Which layers take the time, at which share of the peak, and what was tried:
                  [decision 52](decisions/0052-where-the-time-of-a-projection-goes.md).
                %s""".formatted(LocalDate.now(ZoneOffset.UTC), machine(), threads, Pair.ROUNDS, table);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }

    private static String machine() throws IOException {
        return processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores, "
                + System.getProperty("os.name") + ", JDK " + Runtime.version()
                + String.format(
                        Locale.ROOT,
                        ", load %.0f",
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String processor() throws IOException {
        if (!Files.isReadable(PROCESSOR)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(PROCESSOR)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.replaceFirst(".*: ", ""))
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }
}
