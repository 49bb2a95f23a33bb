package org.zfscope.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.SequenceFile;
import org.apache.hadoop.io.Text;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.open.Models;
import org.zfscope.viz.analysis.Dataset;
import org.zfscope.viz.analysis.Rank;
import org.zfscope.viz.analysis.TopActivations;
import org.zfscope.viz.index.Identity;
import org.zfscope.viz.index.IndexedScan;
import org.zfscope.viz.index.TopIndex;
import org.zfscope.viz.render.Png;
import org.zfscope.viz.render.Provenance;

/** Whatever pictures lie in, and whatever fails on the way: the index is that of one scan, byte for byte. */
class Top9JobTest {

    private static final int PICTURES = 24;
    private static final int SIDE = 40;
    private static final int PARTS = 5;
    private static final ModelSource MODEL = ModelSource.ofArchitecture("bundled");

    @TempDir
    private static Path folder;

    private static Network network;
    private static JavaSparkContext spark;
    private static Dataset dataset;
    private static TopActivations.Options options;
    private static byte[] expected;

    @BeforeAll
    static void begin() throws IOException {
        network = Models.open(MODEL);
        options = new TopActivations.Options(TopActivations.usualLayers(network).subList(0, 2), 5, Rank.MAX);
        dataset = pictures(folder.resolve("pictures"));
        Identity identity = Identity.of(network, MODEL, options);
        Path file = folder.resolve("whole.json");
        new IndexedScan(network, identity, dataset, file, Duration.ofHours(1)).start((done, total, soFar) -> {});
        expected = Files.readAllBytes(file);
        spark = new JavaSparkContext(Contexts.configured(new SparkConf())
                .setMaster("local[2,4]")
                .setAppName("test")
                .set("spark.ui.enabled", "false")
                .set("spark.hadoop.fs.flaky.impl", FlakyFileSystem.class.getName()));
    }

    @AfterAll
    static void end() {
        spark.close();
        network.close();
    }

    private static Dataset pictures(Path folder) throws IOException {
        Random random = new Random(5);
        for (int i = 0; i < PICTURES; i++) {
            Path file = folder.resolve("class " + i % 3).resolve(i + ".png");
            int[] pixels = random.ints((long) SIDE * SIDE, 0, 1 << 24).toArray();
            Png.write(file, new RgbImage(SIDE, SIDE, pixels), Provenance.of("test"));
        }
        Files.writeString(folder.resolve("class 1/4.png"), "no picture");
        return Dataset.folder(folder);
    }

    private static TopIndex run(Pictures pictures, Progress progress) {
        return new Top9Job(spark, network, MODEL, options, dataset.root()).run(pictures, progress);
    }

    @Test
    void tasksThatFailChangeNothing() {
        int before = FlakyFileSystem.OPENED.get();
        List<Long> told = new ArrayList<>();

        TopIndex index = run(
                new ListedFiles("flaky://" + dataset.root(), dataset.items(), PARTS), (done, total) -> told.add(done));

        assertThat(FlakyFileSystem.OPENED.get() - before).isGreaterThan(PICTURES);
        assertThat(new String(index.toBytes(), StandardCharsets.UTF_8))
                .isEqualTo(new String(expected, StandardCharsets.UTF_8));
        assertThat(index.tops().skipped()).hasSize(1);
        assertThat(told).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aFolderHasThePicturesThatAScanFinds() {
        ListedFiles found = ListedFiles.folder(dataset.root().toString());
        assertThat(new Dataset(dataset.root(), found.items())).isEqualTo(dataset);
    }

    @Test
    void sequenceFilesGiveTheSame() throws IOException {
        for (int file = 0; file < 2; file++) {
            org.apache.hadoop.fs.Path to =
                    new org.apache.hadoop.fs.Path(folder.resolve("seq/" + file).toUri());
            try (SequenceFile.Writer out = SequenceFile.createWriter(
                    spark.hadoopConfiguration(),
                    SequenceFile.Writer.file(to),
                    SequenceFile.Writer.keyClass(Text.class),
                    SequenceFile.Writer.valueClass(BytesWritable.class))) {
                for (Dataset.Item item : half(file)) {
                    out.append(new Text(item.path()), new BytesWritable(Files.readAllBytes(dataset.file(item))));
                }
            }
        }
        assertThat(run(new SequenceFiles(folder.resolve("seq").toString()), Progress.SILENT)
                        .toBytes())
                .isEqualTo(expected);
    }

    @Test
    void tarFilesGiveTheSame() throws IOException {
        for (int file = 0; file < 2; file++) {
            try (TarArchiveOutputStream tar = tar("same-" + file)) {
                for (Dataset.Item item : half(file)) {
                    put(tar, item.path(), Files.readAllBytes(dataset.file(item)));
                }
            }
        }
        assertThat(run(new TarShards(folder.resolve("same-*.tar").toString()), Progress.SILENT)
                        .toBytes())
                .isEqualTo(expected);
    }

    @Test
    void aClassBesideAPictureInATarFileIsIts() throws IOException {
        byte[] picture = Files.readAllBytes(dataset.file(dataset.items().get(0)));
        try (TarArchiveOutputStream tar = tar("classes")) {
            put(tar, "000.cls", "3\n".getBytes(StandardCharsets.UTF_8));
            put(tar, "000.png", picture);
            put(tar, "001.png", picture);
            put(tar, "001.json", "{}".getBytes(StandardCharsets.UTF_8));
            put(tar, "001.cls", "12".getBytes(StandardCharsets.UTF_8));
            put(tar, "a/002.png", picture);
        }
        assertThat(run(new TarShards(folder.resolve("classes.tar").toString()), Progress.SILENT)
                        .dataset()
                        .items())
                .containsExactly(
                        new Dataset.Item("000.png", "3"),
                        new Dataset.Item("001.png", "12"),
                        new Dataset.Item("a/002.png", "a"));
    }

    @Test
    void picturesThatComeTwiceOrAreNoneEndTheJobInOneLine() throws IOException {
        byte[] picture = Files.readAllBytes(dataset.file(dataset.items().get(0)));
        for (int file = 0; file < 2; file++) {
            try (TarArchiveOutputStream tar = tar("twice-" + file)) {
                put(tar, "a.png", picture);
            }
        }
        assertRefused(
                new TarShards(folder.resolve("twice-*.tar").toString()),
                "must not overlap, but two have picture a.png");
        Files.writeString(folder.resolve("text.tar"), "no tar".repeat(200));
        assertRefused(new TarShards(folder.resolve("text.tar").toString()), "text.tar: is no tar file");
        assertRefused(new TarShards(folder.resolve("none-*.tar").toString()), "no such tar files");
    }

    private static void assertRefused(Pictures pictures, String words) {
        assertThatThrownBy(() -> run(pictures, Progress.SILENT))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("\n");
    }

    private static List<Dataset.Item> half(int which) {
        return dataset.part(which + 1, 2).items();
    }

    private static TarArchiveOutputStream tar(String name) throws IOException {
        return new TarArchiveOutputStream(Files.newOutputStream(folder.resolve(name + ".tar")));
    }

    private static void put(TarArchiveOutputStream tar, String path, byte[] bytes) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(path, true);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }
}
