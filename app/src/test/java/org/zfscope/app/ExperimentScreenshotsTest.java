package org.zfscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.app.engine.Experiment;
import org.zfscope.app.engine.FirstPicture;
import org.zfscope.app.engine.Knob;
import org.zfscope.app.viewmodel.Experiments;
import org.zfscope.models.Program;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.open.Models;
import org.zfscope.viz.chart.Chart;
import org.zfscope.viz.render.Png;
import org.zfscope.viz.render.Provenance;

/** Pictures of each experiment's pane, light and dark, on a usual and a small window, to be looked at; they go where {@link ScreenshotsTest}'s go. */
@Tag("window")
class ExperimentScreenshotsTest {

    /** A picture of less than that many colours is blank. */
    private static final int COLOURS = 60;

    private static final Map<Knob, String> BRIEF = Map.of(
            Knob.STEPS, "4",
            Knob.SAMPLES, "4",
            Knob.STRIDE, "8",
            Knob.TRANSLATION, "-60:60:20",
            Knob.SCALING, "1:1.8:0.2",
            Knob.ROTATION, "0:350:35",
            Knob.RANDOM, "4",
            Knob.ASCENT_STEPS, "8");

    private final Path folder = Path.of(System.getProperty("zfscope.screenshots", "target/screenshots"));
    private final Path picture;
    private final Path other;

    ExperimentScreenshotsTest(@TempDir Path beside) {
        this.picture = FirstPicture.in(beside);
        this.other = beside.resolve("shapes.png");
        Png.write(other, Chart.SHAPES.draw(256), Provenance.of(Program.version()));
    }

    @Test
    void everyPaneInLightAndDarkUsualAndSmall() throws Exception {
        for (int[] size : List.of(new int[] {1280, 800}, new int[] {800, 600})) {
            shoot(size[0], size[1]);
        }
    }

    private void shoot(int width, int height) throws Exception {
        Screen screen = new Screen(width, height);
        try {
            assertThat(Models.names()).contains("bundled");
            screen.open(System.getProperty("zfscope.model", "bundled"), picture, other);
            Experiments experiments = screen.bench().experiments();
            screen.run(() -> {
                BRIEF.forEach((knob, brief) -> experiments.knob(knob).set(brief));
                screen.bench().choices().gain().set(2.0);
            });
            for (Experiment experiment : Experiment.values()) {
                screen.run(() -> experiments.show(experiment));
                screen.settle();
                screen.await(
                        "what is seen before", () -> experiments.running().get().isEmpty());
                screen.run(experiments::run);
                screen.await("the answer", () -> experiments.running().get().isEmpty());
                screen.run(() -> experiments.motion().share().set(0.1));
                screen.await("all drawn", () -> isDrawn(screen, experiment));
                take(screen, experiment.name().toLowerCase(Locale.ROOT), width);
            }
        } finally {
            screen.close();
        }
    }

    private static boolean isDrawn(Screen screen, Experiment experiment) {
        Experiments experiments = screen.bench().experiments();
        return switch (experiment) {
            case CORRESPONDENCE -> !experiments.marking().picture().get().equals(Optional.empty());
            case INVARIANCE -> !experiments.motion().picture().get().equals(Optional.empty());
            default -> true;
        };
    }

    private void take(Screen screen, String state, int width) throws Exception {
        for (boolean dark : new boolean[] {false, true}) {
            screen.run(() -> screen.bench().dark().set(dark));
            screen.run(() -> {});
            RgbImage seen = screen.picture();
            Path file = folder.resolve(state + "-" + width + (dark ? "-dark" : "") + ".png");
            Png.write(file, seen, Provenance.of(Program.version()).with("window", state));
            assertThat(Arrays.stream(seen.pixels()).distinct().count())
                    .as(file.toString())
                    .isGreaterThan(COLOURS);
        }
    }
}
