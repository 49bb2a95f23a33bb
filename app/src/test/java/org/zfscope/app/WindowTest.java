package org.zfscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zfscope.app.viewmodel.Inspector;
import org.zfscope.app.viewmodel.TileLayout;
import org.zfscope.app.viewmodel.Viewport;
import org.zfscope.models.SharedData;
import org.zfscope.viz.Target;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.exhibit.BackwardSignal;

/** What a user does with mouse and keys. */
@Tag("window")
class WindowTest {

    private Screen screen;
    private Inspector inspector;

    @BeforeEach
    void open() throws Exception {
        screen = new Screen(1280, 780);
        inspector = screen.bench().inspector();
        Path dog = SharedData.require("data/pictures/dog.jpg");
        Path model = SharedData.require("golden/squeezenet-1.1/model.onnx");
        screen.run(() -> screen.bench().opening().open(List.of(dog, model)));
        screen.await("a unit", () -> inspector.results().unit().get().isPresent());
        screen.settle();
    }

    @AfterEach
    void close() throws Exception {
        screen.close();
    }

    @Test
    void showsTheFiveLikeliestClassesAndTheUnitsAddress() throws Exception {
        assertThat(screen.scene().getRoot().lookupAll("#classes .progress-bar")).hasSize(5);
        assertThat(((Label) screen.node("#classes .label")).getText()).contains("hound");
        assertThat(((TextField) screen.node("#unit-address")).getText())
                .isEqualTo(inspector.choices().target().get().orElseThrow().toString());
    }

    @Test
    void aClickOnATileProjectsItsUnit() throws Exception {
        screen.run(() -> inspector.selection().layer("fire9/concat"));
        screen.settle();

        clickTile(77);
        screen.settle();

        assertThat(inspector.results().unit().get().orElseThrow().target())
                .isEqualTo(new Target.Strongest("fire9/concat", 77));
    }

    private void clickTile(int place) throws Exception {
        TileLayout layout = screen.bench().maps().layout();
        Viewport view = screen.bench().maps().viewport().get();
        Bounds canvas = screen.node("#maps-canvas").getBoundsInLocal();
        screen.click(
                "#maps-canvas",
                view.paneX(layout.x(place) + layout.tileWidth() / 2) / canvas.getWidth(),
                view.paneY(layout.y(place) + layout.tileHeight() / 2) / canvas.getHeight());
    }

    @Test
    void keysWalkOverUnitsAndLayers() throws Exception {
        screen.run(() -> inspector.selection().layer("pool1"));
        screen.run(() -> inspector.selection().choose(0));
        screen.click("#maps-title");

        screen.press(KeyCode.RIGHT);
        screen.press(KeyCode.RIGHT);
        screen.press(KeyCode.O);
        screen.settle();

        assertThat(inspector.choices().target().get()).contains(new Target.Strongest("fire2/squeeze1x1", 2));
    }

    @Test
    void aClickOnTheMapChoosesTheNeuron() throws Exception {
        screen.click("#unit-map", 0.54, 0.54);
        screen.settle();

        Target target = inspector.results().unit().get().orElseThrow().target();
        assertThat(target).isInstanceOf(Target.Neuron.class);
        assertThat(((Target.Neuron) target).y())
                .isEqualTo(inspector
                                .results()
                                .unit()
                                .get()
                                .orElseThrow()
                                .values()
                                .shape()
                                .height()
                        / 2);
    }

    @Test
    void rulesAndKindsAreSwitchedByMouseAndByKeys() throws Exception {
        screen.click("#rule-gradient");
        screen.settle();
        assertThat(inspector
                        .results()
                        .unit()
                        .get()
                        .orElseThrow()
                        .projection()
                        .method()
                        .relu())
                .isEqualTo(ReluRule.GRADIENT);

        screen.click("#maps-title");
        screen.press(KeyCode.B);
        screen.press(KeyCode.A);
        screen.settle();
        assertThat(inspector.choices().method().get().relu()).isEqualTo(ReluRule.DECONVNET);
        assertThat(inspector.results().maps().get().question()).isInstanceOf(BackwardSignal.class);
    }

    @Test
    void theHelpComesAndGoes() throws Exception {
        screen.press(KeyCode.H);
        assertThat(screen.node("#help").isVisible()).isTrue();

        screen.press(KeyCode.ESCAPE);
        assertThat(screen.node("#help").isVisible()).isFalse();
    }

    @Test
    void aBrokenFileIsSaidAndTheWindowGoesOn() throws Exception {
        Path labels = SharedData.require("data/imagenet-1000-labels.txt");

        screen.run(() -> screen.bench().opening().open(List.of(labels)));
        screen.await("a message", () -> screen.node("#message").isVisible());

        assertThat(((Label) screen.node("#message-text")).getText()).contains("imagenet-1000-labels.txt");
        screen.settle();
        assertThat(inspector.results().unit().get()).isPresent();
    }
}
