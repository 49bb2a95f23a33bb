package org.zfscope.models.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Fit;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.io.InputException;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

class ModelCardTest {

    private static final Path FILE = Path.of("net.onnx.zfscope.json");

    private static ModelCard parse(String json) {
        return ModelCard.parse(FILE, json.getBytes(UTF_8));
    }

    @Test
    void saysHowPicturesBecomeInput() {
        Preprocessing p = parse("""
                {"name": "small", "labels": ["cat", "dog"], "preprocessing":
                 {"channels": "bgr", "fit": "pad", "shortSide": 256, "mean": [104, 117, 123.5], "scale": [1, 2, 0.5]}}
                """).preprocessing().orElseThrow();
        assertThat(p.channels()).isEqualTo(Channels.BGR);
        assertThat(p.fit()).isEqualTo(Fit.PAD);
        assertThat(p.shortSide()).isEqualTo(256);
        assertThat(p.mean().values()).containsExactly(104, 117, 123.5f);
        assertThat(p.scale().values()).containsExactly(1, 2, 0.5f);
        assertThat(p.source()).isEqualTo(Source.FILE);
    }

    @Test
    void whatIsLeftOutChangesNothingInThePicture() {
        Preprocessing p = parse("{\"preprocessing\": {\"channels\": \"rgb\"}}")
                .preprocessing()
                .orElseThrow();
        assertThat(p.fit()).isEqualTo(Fit.CROP);
        assertThat(p.mean().values()).containsExactly(0, 0, 0);
        assertThat(p.scale().values()).containsExactly(1, 1, 1);
    }

    @Test
    void anEmptyCardSaysNothing() {
        assertThat(parse("{}")).isEqualTo(new ModelCard(Optional.empty(), Optional.empty(), List.of()));
    }

    @Test
    void comesBackAsItWasWritten() {
        Tensor meanPicture = new Tensor(new Shape(3, 1, 2), new float[] {1, 2, 3, 0.1f, -5, 1e-7f});
        Tensor scale = new Tensor(Shape.flat(3), new float[] {1 / 255f, 1, 3});
        ModelCard card = new ModelCard(
                Optional.of("n\u00e4me \"quoted\""),
                Optional.of(new Preprocessing(Channels.RGB, Fit.STRETCH, 7, meanPicture, scale, Source.FILE)),
                List.of("a", "b, c"));
        assertThat(ModelCard.parse(FILE, card.toJson())).isEqualTo(card);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{} {}",
                "{\"name\": 3}",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"preprocesing\": {}}",
                "{\"preprocessing\": []}",
                "{\"preprocessing\": {}}",
                "{\"preprocessing\": {\"channels\": \"cmyk\"}}",
                "{\"preprocessing\": {\"channels\": \"rgb\", \"meen\": [1, 2, 3]}}",
                "{\"preprocessing\": {\"channels\": \"rgb\", \"mean\": [1, 2]}}",
                "{\"preprocessing\": {\"channels\": \"rgb\", \"mean\": []}}",
                "{\"preprocessing\": {\"channels\": \"rgb\", \"mean\": [1, 2, \"3\"]}}",
                "{\"preprocessing\": {\"channels\": \"rgb\", \"mean\": [1, 2, 1e99]}}",
                "{\"preprocessing\": {\"channels\": \"rgb\", \"mean\": 7}}",
                "{\"preprocessing\": {\"channels\": \"rgb\", \"mean\": {\"shape\": [3, 9999, 9999], \"values\": [1]}}}",
                "{\"preprocessing\": {\"channels\": \"rgb\", \"scale\": [1]}}",
                "{\"preprocessing\": {\"channels\": \"grey\", \"fit\": \"squeeze\"}}",
                "{\"preprocessing\": {\"channels\": \"grey\", \"shortSide\": -1}}",
                "{\"preprocessing\": {\"channels\": \"grey\", \"shortSide\": 1.5}}",
                "{\"labels\": \"cat\"}",
                "{\"labels\": [\"cat\", 7]}",
                "{\"la\\nbels\": []}",
            })
    void refusesWhatIsNoCardInOneLineThatNamesTheFile(String json) {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> parse(json))
                .withMessageStartingWith(FILE.toString())
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @Test
    void theCardBesideAModelCarriesItsWholeName(@TempDir Path folder) throws IOException {
        Path model = folder.resolve("net.onnx");
        assertThat(ModelCard.beside(model)).isEmpty();
        Files.writeString(folder.resolve("net.onnx.zfscope.json"), "{\"name\": \"mine\"}");
        assertThat(ModelCard.beside(model).orElseThrow().name()).contains("mine");
    }
}
