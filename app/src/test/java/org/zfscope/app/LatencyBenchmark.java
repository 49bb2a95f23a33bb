package org.zfscope.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zfscope.app.engine.Catalogue;
import org.zfscope.app.task.Job;
import org.zfscope.app.viewmodel.Inspector;
import org.zfscope.app.viewmodel.Workbench;
import org.zfscope.models.Network;
import org.zfscope.models.SharedData;
import org.zfscope.models.open.Models;
import org.zfscope.viz.Target;

/**
 * How long a user waits in the real window, printed: click to painted projection, also during a scan, picture to painted maps, scrolling
 * through the layers, and the longest time that the interface's thread was blocked. Not run with the tests, as a busy
 * machine says nothing: {@code mvn -pl app -am test -Dtest=LatencyBenchmark -DexcludedGroups= ...} on a screen.
 */
@Tag("benchmark")
class LatencyBenchmark {

    private static final int CLICKS = 50;
    private static final int WARM_UP = 20;

    private long longestFrame;
    private long lastFrame;

    @Test
    void measure() throws Exception {
        if (Models.names().contains("bundled")) {
            measure("bundled");
        }
        String given = System.getProperty("zfscope.model", "");
        if (!given.isEmpty()) {
            measure(given);
        }
        measure(SharedData.require("golden/squeezenet-1.1/model.onnx").toString());
    }

    private void measure(String model) throws Exception {
        long start = System.nanoTime();
        Screen screen = new Screen(1280, 780);
        try {
            Workbench bench = screen.bench();
            Inspector inspector = bench.inspector();
            Path dog = SharedData.require("data/pictures/dog.jpg");
            screen.run(() -> bench.opening().openModel(model));
            screen.run(() -> bench.opening().open(List.of(dog)));
            screen.await("maps", () -> !inspector.results().maps().get().tiles().isEmpty());
            System.out.printf(Locale.ROOT, "%s%n  window to first maps      %6.0f ms%n", model, millis(start));
            screen.settle();
            clicks(screen, inspector, "click to projection");
            scan(screen, inspector);
            pictures(screen, inspector);
            layers(screen, inspector);
        } finally {
            screen.close();
        }
    }

    private void clicks(Screen screen, Inspector inspector, String what) throws Exception {
        Random random = new Random(1);
        List<Double> taken = new ArrayList<>();
        int units = inspector.results().maps().get().tiles().size();
        watch(screen);
        for (int i = 0; i < WARM_UP + CLICKS; i++) {
            int unit = random.nextInt(units);
            String layer = inspector.choices().layer().get().orElseThrow();
            long start = System.nanoTime();
            screen.run(() -> inspector.selection().choose(unit));
            until(() ->
                    inspector.results().unit().get().orElseThrow().target().equals(new Target.Strongest(layer, unit)));
            painted(screen);
            if (i >= WARM_UP) {
                taken.add(millis(start));
            }
        }
        print(what, taken);
    }

    /** The same clicks while a folder is scanned. */
    private void scan(Screen screen, Inspector inspector) throws Exception {
        Workbench bench = screen.bench();
        Path pictures = SharedData.require("data/imagenette-160/val");
        Path file = Files.createTempDirectory("zfscope").resolve("index.json");
        Catalogue kind = inspector.choices().kind().get();
        screen.run(() -> bench.top().scan(pictures, file));
        screen.await(
                "first results",
                () -> inspector.choices().index().get().isPresent()
                        && !inspector.results().maps().get().tiles().isEmpty());
        clicks(screen, inspector, "click during a scan");
        System.out.printf("  scan: %s%n", on(bench));
        screen.run(() -> bench.top().scanning().ifPresent(Job::cancel));
        screen.await("no scan", () -> bench.jobs().running().isEmpty());
        screen.run(() -> inspector.choices().kind().set(kind));
        screen.settle();
    }

    private static String on(Workbench bench) throws Exception {
        return Screen.on(
                () -> bench.top().scanning().map(job -> job.says().get()).orElse("over already"));
    }

    private void pictures(Screen screen, Inspector inspector) throws Exception {
        Path cat = SharedData.require("data/pictures/cat.jpg");
        Path dog = SharedData.require("data/pictures/dog.jpg");
        List<Double> taken = new ArrayList<>();
        for (int i = 0; i < 10 + WARM_UP; i++) {
            Path next = i % 2 == 0 ? cat : dog;
            long start = System.nanoTime();
            screen.run(() -> screen.bench().opening().open(List.of(next)));
            until(() -> inspector.choices().picture().get().filter(next::equals).isPresent()
                    && !inspector.mapsStale().get());
            painted(screen);
            if (i >= WARM_UP) {
                taken.add(millis(start));
            }
        }
        print("picture to maps", taken);
    }

    private void layers(Screen screen, Inspector inspector) throws Exception {
        Network network = inspector.results().network().get().orElseThrow();
        List<Double> taken = new ArrayList<>();
        for (Network.Node node : network.nodes()) {
            long start = System.nanoTime();
            screen.run(() -> inspector.selection().layer(node.name()));
            until(() -> !inspector.mapsStale().get());
            painted(screen);
            taken.add(millis(start));
        }
        print("layer to maps", taken);
        System.out.printf(Locale.ROOT, "  interface blocked at most %6.0f ms%n", longestFrame / 1e6);
    }

    /** Notes the longest time between two frames while the interface has something to show. */
    private void watch(Screen screen) throws Exception {
        longestFrame = 0;
        lastFrame = System.nanoTime();
        screen.run(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                longestFrame = Math.max(longestFrame, now - lastFrame);
                lastFrame = now;
            }
        }.start());
    }

    private static void until(BooleanSupplier condition) throws Exception {
        while (!Screen.on(condition::getAsBoolean)) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    /** Until a frame with what was asked for has been made and the next has begun. */
    private static void painted(Screen screen) throws Exception {
        CountDownLatch frames = new CountDownLatch(2);
        screen.run(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                frames.countDown();
                if (frames.getCount() == 0) {
                    stop();
                }
            }
        }.start());
        frames.await();
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static void print(String what, List<Double> taken) {
        Collections.sort(taken);
        double median = taken.get(taken.size() / 2);
        double late = taken.get((int) Math.ceil(0.95 * taken.size()) - 1);
        System.out.printf(Locale.ROOT, "  %-24s median %6.1f ms, p95 %6.1f ms%n", what, median, late);
    }
}
