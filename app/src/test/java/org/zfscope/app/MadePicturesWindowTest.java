package org.zfscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.viz.render.Provenance;

/** Experiments that make pictures of their own: climbed, evolved, put together for a paper. */
@Tag("window")
class MadePicturesWindowTest extends ExperimentWindow {

    MadePicturesWindowTest(@TempDir Path folder) {
        super(folder);
    }

    @Test
    void picturesClimbByAPresetOfOnesChoice() throws Exception {
        screen.press(KeyCode.DIGIT7);
        screen.click("#knob-preset");
        screen.clickText("fourier");
        type("#knob-ascent-steps", "3");
        screen.click("#experiment-run");

        shown();
        Path saved = save("ascent.png");
        assertThat(Provenance.read(saved).entries())
                .containsEntry("preset", "fourier")
                .containsEntry("steps", "3")
                .containsEntry("units", target().toString());
        assertSame(saved);
    }

    @Test
    void aFolderOfCheckpointsEvolves() throws Exception {
        Path pictures = folder.resolve("pictures");
        ChartPictures.draw(pictures.resolve("train"), 10);
        ChartPictures.draw(pictures.resolve("val"), 5);
        Path run = folder.resolve("run");
        assertThat(command(
                        "train",
                        pictures,
                        "-o",
                        run,
                        "--arch",
                        "cifar10-quick",
                        "--side",
                        36,
                        "--epochs",
                        1,
                        "--batch",
                        8,
                        "--checkpoints",
                        "0,1"))
                .isZero();
        screen.choose("#menu-experiment", "Evolution  (y)");
        type("#knob-checkpoints", run.toString());
        type("#knob-layers", "relu1");
        type("#knob-maps", "2");
        screen.answers().next(pictures.resolve("val"));
        screen.click(screen.node("#knob-images").getParent().lookup(".button"), 0.5, 0.5);
        screen.click("#experiment-run");

        shown();
        assertThat(shownNow().words()).contains("relu1", "5 pictures");
        Path saved = save("evolution.png");
        Map<String, String> made = Provenance.read(saved).entries();
        assertThat(made).containsEntry("maps", "2").containsKey("checkpoint-1");
        String[] words = words(made.getOrDefault("command", ""));
        words[words.length - 1] = folder.resolve("evolved").toString();
        assertThat(command((Object[]) words)).isZero();
        assertThat(ImageFiles.read(folder.resolve("evolved").resolve("relu1.png"))
                        .pixels())
                .isEqualTo(ImageFiles.read(saved).pixels());
        assertThat(screen.bench().title().get()).contains("bundled");
    }

    @Test
    void aFigureOfTwoPicturesByAllRulesIsAPdfInTenClicksAndKeys() throws Exception {
        Path file = folder.resolve("figure.pdf");
        screen.answers().next(file);
        screen.press(KeyCode.V); // 1
        screen.await("the figure's options", () -> Hands.isSeen(screen.node("#knob-rules")));
        screen.settle();
        screen.click("#knob-rules"); // 2
        screen.clickText("all three"); // 3
        screen.click("#knob-pictures"); // 4
        screen.clickText("all of the film"); // 5
        screen.click("#experiment-run"); // 6
        shown();
        screen.choose("#export-experiment", "Save as PDF …"); // 7 and 8, and the dialog's own
        screen.await(
                "the word that it is saved", () -> screen.bench().said().get().equals("Saved " + file));

        Map<String, String> made = Provenance.read(file).entries();
        assertThat(made)
                .containsEntry("units", target().toString())
                .containsEntry("rules", "deconvnet,guided,gradient")
                .containsEntry("picture-1", "scene.png")
                .containsEntry("picture-2", "shapes.png");
        assertThat(shownNow().words()).contains("--layers all");
        Path again = folder.resolve("commanded.pdf");
        String[] words = words(made.getOrDefault("command", ""));
        words[words.length - 1] = again.toString();
        assertThat(command((Object[]) words)).isZero();
        assertThat(Provenance.read(again).entries()).containsEntry("rules", made.get("rules"));
        assertSame(save("figure.png"));
    }
}
