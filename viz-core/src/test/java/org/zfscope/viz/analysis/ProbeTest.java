package org.zfscope.viz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.Picture;
import org.zfscope.viz.analysis.Probe.Cell;
import org.zfscope.viz.analysis.Probe.Learned;
import org.zfscope.viz.render.Png;
import org.zfscope.viz.render.Provenance;

class ProbeTest {

    private static final int CLASSES = 3;
    private static final int EACH = 12;

    private final Network network = TinyWorld.network();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        network.close();
    }

    /** Red, green and blue pictures, each with noise. */
    private Dataset colours() {
        Random random = new Random(11);
        for (int i = 0; i < CLASSES * EACH; i++) {
            int shift = 8 * (i % CLASSES);
            int[] pixels = random.ints(12 * 12, 0, 1 << 24)
                    .map(p -> (p & 0x7f7f7f) | 0x80 << shift)
                    .toArray();
            Png.write(file(i), new RgbImage(12, 12, pixels), Provenance.of("test"));
        }
        return Dataset.folder(folder);
    }

    private Path file(int i) {
        return folder.resolve("class " + i % CLASSES).resolve(i + ".png");
    }

    private static Probe.Options options(Set<Learned> learned, List<Integer> perClass) {
        return new Probe.Options(0, List.of(), learned, List.of(Classifier.values()), perClass, 2, 60, 10, 5);
    }

    private Probe.Result probe(Dataset pictures) {
        return new Probe(pictures, options(EnumSet.of(Learned.TRAINED), List.of(2, 6))).run(network, Progress.SILENT);
    }

    @Test
    void classesThatDifferInColourAreToldApart() {
        Probe.Result found = probe(colours());

        assertThat(found.layers()).extracting(Probe.Layer::name).containsExactly("pool1", "relu2", "relu3");
        assertThat(found.cells()).hasSize(3 * 2 * 2);
        assertThat(found.cells()).filteredOn(c -> c.perClass() == 6).allSatisfy(cell -> assertThat(cell.mean())
                .isGreaterThan(0.9));
    }

    @Test
    void classesThatAreNoneAreToldApartByChanceOnly() {
        Probe.Result found = probe(TinyWorld.pictures(folder, 60));

        double mean = found.cells().stream().mapToDouble(Cell::mean).average().orElseThrow();
        assertThat(mean).isBetween(0.15, 0.55);
    }

    @Test
    void theSameSeedGivesTheSameTable() {
        Dataset pictures = colours();

        assertThat(probe(pictures)).isEqualTo(probe(pictures));
    }

    @Test
    void theControlIsTheSameLayersWithShuffledWeights() {
        Dataset pictures = colours();
        Probe.Options options = options(EnumSet.allOf(Learned.class), List.of(4));
        Probe.Result both = new Probe(pictures, options).run(network, Progress.SILENT);
        Probe.Options trained = options(EnumSet.of(Learned.TRAINED), List.of(4));
        try (Network shuffled = ShuffledWeights.of(network, 5)) {
            Probe.Result alone = new Probe(pictures, trained).run(shuffled, Progress.SILENT);

            assertThat(both.layers()).hasSize(6);
            assertThat(both.cells())
                    .filteredOn(c -> c.layer().learned() == Learned.SHUFFLED)
                    .extracting(Cell::accuracies)
                    .isEqualTo(alone.cells().stream().map(Cell::accuracies).toList());
        }
    }

    @Test
    void deviationIsOfASample() {
        Cell cell =
                new Cell(new Probe.Layer("a", Learned.TRAINED, List.of(1)), Classifier.SVM, 1, List.of(0.5, 0.7, 0.9));

        assertThat(cell.mean()).isCloseTo(0.7, within(1e-12));
        assertThat(cell.deviation()).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void damagedPicturesAreNamedAndLeftOut() throws IOException {
        colours();
        Files.writeString(file(4), "no picture");

        Probe.Result found = probe(Dataset.folder(folder));

        assertThat(found.skipped()).extracting(Tops.Skipped::path).containsExactly("class 1/4.png");
        assertThat(found.cells()).hasSize(3 * 2 * 2);
    }

    @Test
    void aClassThatCannotBeReadIsNamed() throws IOException {
        colours();
        for (int i = 2; i < CLASSES * EACH; i += CLASSES) {
            Files.writeString(file(i), "no picture");
        }
        Dataset damaged = Dataset.folder(folder);

        assertThatThrownBy(() -> probe(damaged))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("class 2");
    }

    @Test
    void whatIsAskedForMustBeThere() {
        Dataset pictures = colours();
        Probe.Options tooMany = options(EnumSet.of(Learned.TRAINED), List.of(12));

        assertThatThrownBy(() -> new Probe(pictures, tooMany))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("class 0 has 12 pictures");
        Dataset one = new Dataset(folder, pictures.items().subList(0, EACH));
        assertThatThrownBy(() -> new Probe(one, options(Set.of(Learned.TRAINED), List.of(1))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("1 classes");
    }

    @Test
    void stopsWhenItIsToldTo() {
        Probe probe = new Probe(colours(), options(EnumSet.of(Learned.TRAINED), List.of(2)));
        List<Long> told = new ArrayList<>();

        assertThatThrownBy(() -> probe.run(network, (done, total) -> {
                    told.add(done);
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(told).hasSize(1);
    }

    @Test
    void progressEndsAtItsTotal() {
        List<Long> left = new ArrayList<>();
        new Probe(colours(), options(EnumSet.allOf(Learned.class), List.of(2, 3)))
                .run(network, (done, total) -> left.add(total - done));

        assertThat(left).isSortedAccordingTo((a, b) -> Long.compare(b, a)).endsWith(0L);
    }

    @Test
    void foldsAreDrawnClassByClassAndNothingIsTestedThatWasLearned() {
        List<Split> splits = Split.draw(colours(), 5, 3, 9);

        assertThat(splits).hasSize(3);
        for (Split split : splits) {
            assertThat(split.learn(5)).hasSize(15).doesNotContainAnyElementsOf(split.tested());
            assertThat(split.tested()).hasSize(CLASSES * EACH - 15).doesNotHaveDuplicates();
            assertThat(split.learn(5)).containsAll(split.learn(2));
            Map<String, List<Dataset.Item>> learn = split.learn();
            learn.forEach((name, items) ->
                    assertThat(items).allMatch(item -> item.label().equals(name)));
        }
        assertThat(splits.get(0)).isNotEqualTo(splits.get(1));
        assertThat(splits).isEqualTo(Split.draw(Dataset.folder(folder), 5, 3, 9));
    }

    /** The twin: one picture alone, sums over every pixel of every cell in double loops. */
    @Test
    void featuresAreMeansOverCellsAtLengthOne() {
        Dataset pictures = colours();
        Map<String, Pooling> poolings = Map.of(
                "relu1", Pooling.of(network.shape("relu1"), 60), "relu2", Pooling.of(network.shape("relu2"), 160));
        Features features = Features.of(network, pictures, poolings, Progress.SILENT);

        for (Dataset.Item item : pictures.items()) {
            Tensor input = Picture.read(pictures.file(item), network).input();
            try (Activations run = network.forward(input, Keep.only("relu1", "relu2"))) {
                same(features, item, run.maps("relu1", 0), 3); // 6 maps of 12 x 12
                same(features, item, run.maps("relu2", 0), 4); // 10 maps of 6 x 6: cells overlap
            }
        }
    }

    private static void same(Features features, Dataset.Item item, Tensor maps, int grid) {
        int side = maps.shape().height();
        List<Double> means = new ArrayList<>();
        for (int c = 0; c < maps.shape().channels(); c++) {
            for (int cell = 0; cell < grid * grid; cell++) {
                double sum = 0;
                int count = 0;
                for (int y = 0; y < side; y++) {
                    for (int x = 0; x < side; x++) {
                        if (touches(y, cell / grid, side, grid) && touches(x, cell % grid, side, grid)) {
                            sum += maps.at(c, y, x);
                            count++;
                        }
                    }
                }
                means.add(sum / count);
            }
        }
        double length = Math.sqrt(means.stream().mapToDouble(m -> m * m).sum());
        float[] found = features.layers()
                .getOrDefault(side == 12 ? "relu1" : "relu2", Map.of())
                .getOrDefault(item, new float[0]);
        assertThat(found).hasSize(means.size());
        for (int i = 0; i < found.length; i++) {
            assertThat((double) found[i]).isCloseTo(means.get(i) / length, within(1e-5));
        }
    }

    /** Whether the pixel from {@code at} to {@code at + 1} and the cell have a part in common. */
    private static boolean touches(int at, int cell, int side, int grid) {
        return (at + 1) * grid > cell * side && at * grid < (cell + 1) * side;
    }

    @Test
    void gridsAreAsFineAsTheLengthAllows() {
        assertThat(Pooling.of(new Shape(64, 56, 56), 2048)).isEqualTo(new Pooling(new Shape(64, 56, 56), 5, 5));
        assertThat(Pooling.of(new Shape(64, 4, 4), 2048).length()).isEqualTo(1024);
        assertThat(Pooling.of(new Shape(4096, 1, 1), 2048).length()).isEqualTo(4096);
        assertThat(Pooling.of(new Shape(8, 2, 200), 80).length()).isEqualTo(80);
    }
}
