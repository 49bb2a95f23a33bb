package org.zfscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.app.engine.Catalogue;
import org.zfscope.app.engine.FirstPicture;
import org.zfscope.app.viewmodel.Choices;
import org.zfscope.app.viewmodel.MapsView;
import org.zfscope.app.viewmodel.Workbench;
import org.zfscope.models.Program;
import org.zfscope.models.SharedData;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.open.Models;
import org.zfscope.models.words.Language;
import org.zfscope.viz.chart.Chart;
import org.zfscope.viz.render.Png;
import org.zfscope.viz.render.Provenance;

/**
 * Pictures of the window in its main states, light and dark, small and large, and in Chinese, to be looked at. They go to
 * target/screenshots, or where the system property {@code zfscope.screenshots} says; {@code zfscope.model} names
 * another network than the bundled one. With {@code zfscope.screens} in all languages and sizes, as app/screens makes them.
 */
@Tag("window")
class ScreenshotsTest {

    /** A picture of less than that many colours is blank. */
    private static final int COLOURS = 60;

    private final Path folder = Path.of(System.getProperty("zfscope.screenshots", "target/screenshots"));
    private final Path picture;
    private final Path other;

    ScreenshotsTest(@TempDir Path beside) {
        this.picture = FirstPicture.in(beside);
        this.other = beside.resolve("shapes.png");
        Png.write(other, Chart.SHAPES.draw(256), Provenance.of(Program.version()));
    }

    private static final boolean ALL = Boolean.getBoolean("zfscope.screens");

    private String place = "";

    @Test
    void everyStateInLightAndDarkSmallAndLarge() throws Exception {
        Locale system = Locale.getDefault();
        try {
            for (Language language : ALL ? Language.values() : new Language[] {Language.ENGLISH}) {
                language.speak();
                for (int[] size : sizes()) {
                    place = ALL ? language.code() + "-" + size[0] + "x" + size[1] : "" + size[0];
                    shoot(size[0], size[1]);
                }
            }
        } finally {
            Language.ENGLISH.speak();
            Locale.setDefault(system);
        }
    }

    /** In pixels of the window's own; on a screen of 200 % a large one has half as many. */
    private static List<int[]> sizes() throws Exception {
        Hands.startToolkit();
        if (Hands.on(() -> javafx.stage.Screen.getPrimary().getOutputScaleX()) > 1) {
            return List.of(new int[] {1280, 720});
        }
        List<int[]> sizes = new ArrayList<>(List.of(new int[] {1280, 800}, new int[] {2560, 1440}));
        if (ALL) {
            sizes.add(0, new int[] {800, 600});
        }
        return sizes;
    }

    private void shoot(int width, int height) throws Exception {
        Screen screen = new Screen(width, height);
        try {
            screen.open(model(), picture);
            for (Map.Entry<String, Runnable> state : states(screen.bench()).entrySet()) {
                screen.run(state.getValue());
                screen.settle();
                lowest(screen, state.getKey().equals("compare"));
                take(screen, state.getKey());
            }
            scan(screen);
            lowest(screen, false);
            take(screen, "top-9");
            if (ALL) {
                cards(screen);
            }
            screen.press(KeyCode.H);
            take(screen, "help");
            screen.press(KeyCode.ESCAPE);
            screen.run(() -> screen.bench().opening().open(List.of(Path.of("network.onnx"))));
            screen.await("a message", () -> screen.node("#message").isVisible());
            take(screen, "error");
        } finally {
            screen.close();
        }
    }

    private void cards(Screen screen) throws Exception {
        Workbench bench = screen.bench();
        for (var card : Map.of(
                        "scan", bench.plan().open(),
                        "input", bench.input().open(),
                        "settings", bench.preferences().open())
                .entrySet()) {
            screen.run(() -> card.getValue().set(true));
            screen.settle();
            screen.run(() -> {});
            take(screen, card.getKey());
            screen.run(() -> card.getValue().set(false));
        }
    }

    /** Whether the unit's pane shows its lower end, where the pinned unit is. */
    private static void lowest(Screen screen, boolean on) throws Exception {
        screen.run(() -> ((ScrollPane) screen.node("#unit .scroll-pane")).setVvalue(on ? 1 : 0));
        screen.run(() -> {});
    }

    private static String model() {
        String usual = Models.names().contains("bundled")
                ? "bundled"
                : SharedData.require("golden/squeezenet-1.1/model.onnx").toString();
        return System.getProperty("zfscope.model", usual);
    }

    /** Finds the strongest parts of our own pictures. */
    private static void scan(Screen screen) throws Exception {
        Workbench bench = screen.bench();
        Path found = Files.createTempDirectory("zfscope");
        Path pictures = found.resolve("charts");
        ChartPictures.draw(pictures, ALL ? 40 : 200);
        screen.run(() -> {
            bench.pin(false);
            bench.inspector().choices().control().set(false);
            bench.inspector().selection().frozen().set(false);
            bench.inspector().selection().layer("relu3");
            bench.maps().order().set(MapsView.Order.STRENGTH);
            bench.top().scan(pictures, found.resolve("index.json"));
        });
        screen.await("the scan's end", () -> bench.jobs().running().isEmpty());
        screen.settle();
        screen.run(() -> bench.inspector()
                .selection()
                .choose(bench.inspector().results().maps().get().strongest()));
        screen.settle();
    }

    private Map<String, Runnable> states(Workbench bench) {
        Choices choices = bench.inspector().choices();
        Map<String, Runnable> states = new LinkedHashMap<>();
        states.put("maps", () -> {});
        states.put("projections", () -> {
            choices.gain().set(2.0);
            choices.kind().set(Catalogue.PROJECTIONS);
        });
        states.put("filters", () -> {
            choices.gain().set(1.0);
            bench.inspector().selection().layerBy(-100);
            choices.kind().set(Catalogue.FILTERS);
        });
        states.put("backward", () -> {
            bench.inspector().selection().layerBy(6);
            bench.inspector().selection().frozen().set(true);
            bench.inspector().selection().layerBy(-4);
            choices.kind().set(Catalogue.BACKWARD);
        });
        states.put("compare", () -> {
            choices.kind().set(Catalogue.MAPS);
            bench.pin(true);
            bench.pictures().show(other);
        });
        return states;
    }

    private void take(Screen screen, String state) throws Exception {
        for (boolean dark : new boolean[] {false, true}) {
            screen.run(() -> screen.bench().dark().set(dark));
            screen.run(() -> {});
            RgbImage picture = screen.picture();
            Path file = folder.resolve(state + "-" + place + (dark ? "-dark" : "") + ".png");
            Png.write(file, picture, Provenance.of(Program.version()).with("window", state));
            assertThat(file).exists();
            assertThat(Arrays.stream(picture.pixels()).distinct().count())
                    .as(file.toString())
                    .isGreaterThan(COLOURS);
        }
    }
}
