package org.zfscope.viz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.io.InputException;
import org.zfscope.models.random.RandomTensors;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.analysis.Correspondence.Delta;
import org.zfscope.viz.analysis.Correspondence.Row;

class CorrespondenceTest {

    private final Network network = TinyWorld.network();

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void theSamePictureCorrespondsToItself() {
        Correspondence analysis =
                new Correspondence(network, List.of("relu1", "fc3"), Tensor.zeros(network.input()), 4);
        Tensor picture = RandomTensors.picture(new Random(1), network.input());
        Tensor other = RandomTensors.picture(new Random(2), network.input());
        Window square = analysis.square(5, 5);
        List<Row> same = analysis.rows(
                List.of(picture, picture, picture),
                List.of("part"),
                List.of(List.of(square, square, square)),
                Progress.SILENT);
        List<Row> mixed = analysis.rows(
                List.of(picture, other), List.of("part"), List.of(List.of(square, square)), Progress.SILENT);
        List<Row> turned = analysis.rows(
                List.of(other, picture), List.of("part"), List.of(List.of(square, square)), Progress.SILENT);

        for (int layer = 0; layer < 2; layer++) {
            assertThat(same.get(0).deltas().get(layer)).isEqualTo(new Delta(0, 0));
            assertThat(mixed.get(0).deltas().get(layer).delta()).isBetween(1e-9, 1.0);
            assertThat(turned.get(0).deltas().get(layer))
                    .isEqualTo(mixed.get(0).deltas().get(layer));
        }
    }

    @Test
    void signsAreThreeAndDoNotDependOnTheScale() {
        Shape shape = Shape.flat(4);
        Tensor before = new Tensor(shape, new float[] {1, 2, 3, 4});
        Tensor after = new Tensor(shape, new float[] {1, 3, 1, 4.00001f});

        assertThat(Correspondence.signs(before, after)).containsExactly(0, -1, 1, 0);
        Tensor doubled = new Tensor(shape, new float[] {2, 4, 6, 8});
        Tensor after2 = new Tensor(shape, new float[] {2, 6, 2, 8.00002f});
        assertThat(Correspondence.signs(doubled, after2)).isEqualTo(Correspondence.signs(before, after));
    }

    @Test
    void deltaIsTheMeanShareOverAllPairs() {
        List<byte[]> signs = List.of(new byte[] {0, 1, 1, 0}, new byte[] {0, 1, -1, 0}, new byte[] {1, 1, 1, 0});

        Delta delta = Correspondence.delta(signs);

        assertThat(delta.delta()).isCloseTo((0.25 + 0.25 + 0.5) / 3, within(1e-12));
        assertThat(delta.deviation()).isCloseTo(Math.sqrt((0.0625 + 0.0625 + 0.25) / 3 - 1 / 9.0), within(1e-12));
    }

    @Test
    void aPartIsLikelierTheFewerRandomPlacesDoAsWell() {
        List<Row> random = List.of(row(0.1), row(0.2), row(0.3));
        assertThat(Correspondence.p(row(0.05), random, 0)).isEqualTo(0.25);
        assertThat(Correspondence.p(row(0.2), random, 0)).isEqualTo(0.75);
        assertThat(Correspondence.p(row(0.9), random, 0)).isEqualTo(1);
    }

    private static Row row(double delta) {
        return new Row("part", List.of(new Delta(delta, 0)));
    }

    @Test
    void squaresAreAsLargeAndInside() {
        Correspondence analysis = new Correspondence(network, List.of("relu1"), Tensor.zeros(network.input()), 5);
        assertThat(analysis.square(6, 6)).isEqualTo(new Window(4, 4, 5, 5));
        assertThat(analysis.square(-3, 11)).isEqualTo(new Window(0, 7, 5, 5));
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 100; i++) {
            assertThat(Window.whole(network.input()).contains(analysis.random(random)))
                    .isTrue();
        }
    }

    @Test
    void partsAreReadInTheOrderOfTheFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("parts.json");
        Files.writeString(
                file,
                "{\"pictures\": {\"a\": {\"nose\": [1, 2.5], \"eye\": [3, 4]}, \"b\": {\"nose\": [5, 6], \"eye\": [7, 8]}}}");
        Parts parts = Parts.read(file);

        assertThat(parts.names()).containsExactly("nose", "eye");
        assertThat(parts.pictures().get("a")).containsEntry("nose", new Parts.Place(1, 2.5));
    }

    @Test
    void whatIsNoPartsFileIsSaidInOneLine(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("parts.json");
        for (String text : List.of(
                "",
                "[]",
                "{",
                "{\"pictures\": {\"a\": {\"nose\": [1, 2]}}}",
                "{\"pictures\": {\"a\": {\"nose\": [1, 2]}, \"b\": {\"eye\": [1, 2]}}}",
                "{\"pictures\": {\"a\": {\"nose\": [1]}, \"b\": {\"nose\": [1, 2]}}}",
                "{\"pictures\": {\"a\": {}, \"b\": {}}}",
                "{\"pictures\": {\"a\": 3, \"b\": 4}}")) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> Parts.read(file)).as(text).isInstanceOf(InputException.class);
        }
        byte[] good = Files.readAllBytes(Path.of("../docs/frontal-dogs.json"));
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            Files.write(file, bad);
            try {
                Parts.read(file);
            } catch (InputException e) {
                assertThat(e.message()).doesNotContain("\n");
            }
        }
    }
}
