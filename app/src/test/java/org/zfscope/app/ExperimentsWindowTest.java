package org.zfscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.app.engine.Experiment;
import org.zfscope.app.engine.ExperimentSheet;
import org.zfscope.app.engine.StepDown;
import org.zfscope.models.image.RgbImage;
import org.zfscope.viz.Target;
import org.zfscope.viz.analysis.Parts;
import org.zfscope.viz.render.Provenance;

/** Every experiment in the real window: by mouse and by keys, with progress and cancel, and taken away with its provenance. */
@Tag("window")
class ExperimentsWindowTest extends ExperimentWindow {

    ExperimentsWindowTest(@TempDir Path folder) {
        super(folder);
    }

    @Test
    void eachIsOpenedFromTheMenuAndByItsKeyAndClosedByEsc() throws Exception {
        for (Experiment experiment : Experiment.values()) {
            screen.choose("#menu-experiment", experiment.word() + "  (" + experiment.key() + ")");
            assertThat(title()).isEqualTo(experiment.word());
            assertThat(screen.node("#maps").isVisible()).isFalse();
            leave();

            screen.press(KeyCode.getKeyCode(experiment.key().toUpperCase(Locale.ROOT)));
            assertThat(title()).isEqualTo(experiment.word());
            leave();
        }
    }

    private String title() {
        return ((Label) screen.node("#experiment-title")).getText();
    }

    /** The first Esc may stop what runs. */
    private void leave() throws Exception {
        screen.press(KeyCode.ESCAPE);
        screen.press(KeyCode.ESCAPE);
        assertThat(screen.node("#experiment").isVisible()).isFalse();
        assertThat(screen.node("#maps").isVisible()).isTrue();
    }

    @Test
    void aValueIsExplainedDownToThePixels() throws Exception {
        screen.run(() -> screen.bench().selection().layer("relu2"));
        screen.settle();
        screen.menu(screen.node("#unit-map"));
        screen.clickText("Value explained  (1)");
        ExperimentSheet first = shown();
        screen.click("#unit-map", 0.3, 0.6);
        screen.await("another neuron", () -> showsNow() && !shownNow().equals(first));
        assertThat(target()).isInstanceOf(Target.Neuron.class);

        screen.click("#steps-down", 0.3, 0.1);
        screen.await(
                "a step down",
                () -> showsNow() && ((Target.Neuron) target()).layer().equals("norm1"));
        ListView<?> list = (ListView<?>) screen.node("#steps-down");
        screen.run(list::requestFocus);
        while (!((StepDown) list.getItems().get(0)).isPixel()) {
            Target before = target();
            screen.press(KeyCode.ENTER);
            screen.await("a step down", () -> showsNow() && !target().equals(before));
        }

        assertThat(shownNow().words()).contains("conv1", "the filter on input");
        assertThat(List.copyOf(shownNow().steps())).isNotEmpty();
        Path saved = save("value.png");
        assertThat(Provenance.read(saved).entries())
                .containsEntry("unit", target().toString())
                .containsEntry("shows", "explanation");
        assertSame(saved);
    }

    @Test
    void allRulesFollowTheSelection() throws Exception {
        screen.press(KeyCode.DIGIT2);
        ExperimentSheet first = shown();
        screen.press(KeyCode.RIGHT);
        screen.await("the next unit", () -> showsNow() && !shownNow().equals(first));
        screen.settle();

        assertThat(shownNow().words().lines()).hasSize(3).allMatch(line -> line.contains("rank correlation"));
        assertThat(shownNow().words()).contains(target().map().orElseThrow() + " ");
        assertSame(save("rules.png"));
    }

    @Test
    void aClassIsAttributedFromItsMenu() throws Exception {
        screen.menu(screen.node("#classes .class-row"));
        screen.clickText("Attribution  (3)");
        type("#knob-steps", "4");
        type("#knob-samples", "2");
        screen.click("#experiment-run");

        shown();
        assertThat(target()).isInstanceOf(Target.ClassScore.class);
        Path saved = save("attribution.png");
        assertThat(Provenance.read(saved).entries())
                .containsEntry("class", Integer.toString(((Target.ClassScore) target()).index()))
                .containsEntry("samples", "2");
        assertSame(saved);

        type("#knob-label", "no such class");
        assertThat(((Label) screen.node("#experiment-problem")).getText()).contains("no such class", "0 to");
        assertThat(screen.node("#experiment-run").isDisabled()).isTrue();
        assertThat(experiments.shown().get()).isEmpty();
    }

    @Test
    void theSquareIsSeenBeforeItRunsAndARunIsCancelledAndDropped() throws Exception {
        screen.press(KeyCode.DIGIT4);
        assertThat(shown().exhibit().shows()).isEqualTo("places");
        type("#knob-stride", "1");
        screen.await(
                "other places", () -> showsNow() && experiments.running().get().isEmpty());
        screen.click("#experiment-title");
        screen.press(KeyCode.ENTER);
        screen.await("progress", () -> experiments
                .running()
                .get()
                .filter(j -> j.done().get() > 0)
                .isPresent());
        screen.settle(); // the rest of the window lives
        screen.click("#experiment-cancel");
        assertThat(experiments.running().get()).isEmpty();
        assertThat(shownNow().exhibit().shows()).isEqualTo("places");

        screen.click("#experiment-title");
        screen.press(KeyCode.ENTER);
        screen.await("progress", () -> experiments
                .running()
                .get()
                .filter(j -> j.done().get() > 0)
                .isPresent());
        screen.press(KeyCode.RIGHT);
        screen.await(
                "the places only",
                () -> showsNow() && experiments.running().get().isEmpty());
        assertThat(shownNow().exhibit().shows()).isEqualTo("places");

        type("#knob-stride", "16");
        screen.await(
                "other places", () -> showsNow() && experiments.running().get().isEmpty());
        screen.click("#experiment-run");
        screen.await(
                "the answer", () -> showsNow() && shownNow().exhibit().shows().equals("occlusion"));
        Path saved = save("occlusion.png");
        assertThat(Provenance.read(saved).entries())
                .containsEntry("unit", target().map().orElseThrow().toString())
                .containsEntry("stride", "16");
        assertSame(saved);
    }

    @Test
    void thePictureIsMovedByHandAndByItselfAndMeasured() throws Exception {
        screen.press(KeyCode.DIGIT5);
        type("#knob-translation", "-8:8:8");
        type("#knob-scaling", "");
        type("#knob-rotation", "0:270:90");
        RgbImage still = moved();
        screen.drag("#motion-share", 0.02, 0.5);
        screen.await("a turned picture", () -> !moved().equals(still));
        assertThat(((Label) screen.node("#motion-says")).getText()).endsWith("to the left");
        RgbImage turned = moved();
        screen.clickText("Play");
        screen.await("it moves", () -> !moved().equals(turned));
        screen.clickText("Play");

        screen.click("#experiment-title");
        screen.press(KeyCode.ENTER);
        shown();
        assertThat(shownNow().words()).contains("translation", "rotation").doesNotContain("scale");
        Path saved = save("invariance.png");
        assertThat(Provenance.read(saved).entries()).containsEntry("picture-1", "scene.png");
        assertSame(saved);
    }

    private RgbImage moved() {
        return experiments.motion().picture().get().orElse(new RgbImage(1, 1, new int[1]));
    }

    @Test
    void partsAreMarkedSavedComparedAndOpenedAgain() throws Exception {
        Path file = folder.resolve("parts.json");
        screen.run(() -> experiments.marking().names().set("roof, ball"));
        screen.press(KeyCode.DIGIT6);
        screen.await("the picture", () -> experiments.marking().picture().get().isPresent());
        for (double at : new double[] {0.4, 0.6}) {
            screen.click("#marking-picture", at, 0.5);
        }
        screen.await(
                "the next picture",
                () -> !screen.bench().choices().picture().get().equals(Optional.of(scene)));
        screen.await("its pixels", () -> experiments
                .marking()
                .picture()
                .get()
                .filter(p -> p.width() == 200)
                .isPresent());
        screen.press(KeyCode.SPACE);
        screen.press(KeyCode.LEFT);
        screen.press(KeyCode.SPACE);
        screen.answers().next(file);
        screen.click("#marking-save");
        screen.await("the marks' file", () -> experiments.ready().get());

        Map<String, Map<String, Parts.Place>> marked = Parts.read(file).pictures();
        assertThat(marked).containsOnlyKeys("scene.png", "shapes.png");
        assertThat(marked.get("shapes.png"))
                .containsEntry("roof", new Parts.Place(100, 100))
                .containsEntry("ball", new Parts.Place(100, 90));
        type("#knob-random", "4");
        screen.click("#experiment-run");
        shown();
        assertThat(shownNow().words()).contains("roof", "ball");
        assertSame(save("correspondence.png"));

        screen.run(() -> experiments.marking().names().set("other"));
        screen.answers().next(file);
        screen.clickText("Open …");
        screen.await("the marks", () -> experiments.marking().names().get().equals("roof, ball"));
        assertThat(experiments.ready().get()).isTrue();
    }
}
