package org.zfscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.app.engine.Catalogue;
import org.zfscope.app.engine.UnitSheet;
import org.zfscope.app.task.Job;
import org.zfscope.app.viewmodel.Choices;
import org.zfscope.app.viewmodel.Inspector;
import org.zfscope.app.viewmodel.Results;
import org.zfscope.app.viewmodel.Workbench;
import org.zfscope.models.SharedData;

/**
 * Random actions in the real window: a thousand, or as many as the system property {@code zfscope.monkey} says, from the
 * seed {@code zfscope.monkey.seed}.
 */
@Tag("window")
class MonkeyTest {

    private static final int ACTIONS = Integer.getInteger("zfscope.monkey", 1000);
    private static final long SEED = Long.getLong("zfscope.monkey.seed", 2013);

    /** Every so many actions the window may show what was asked for, or hardly any would do their work. */
    private static final int LOOKS = 7;

    /** Of what is held half way. */
    private static final double GROWTH = 1.10;

    private static final int REMEMBERED = 25;

    private static final Duration STUCK = Duration.ofSeconds(60);

    private final Path folder;
    private final Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
    private final Deque<String> done = new ArrayDeque<>();

    MonkeyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void nothingBreaksNothingIsStuckAndWhatIsShownIsWhatIsSelected() throws Exception {
        System.setProperty("zfscope.settings", folder.resolve("settings.json").toString());
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
        Screen screen = new Screen(1100, 700);
        screen.run(
                () -> Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure)));
        try {
            go(screen);
        } finally {
            screen.close();
            Thread.setDefaultUncaughtExceptionHandler(before);
            System.clearProperty("zfscope.settings");
        }
    }

    private void go(Screen screen) throws Exception {
        ChartPictures.draw(folder.resolve("charts"), 20);
        List<String> models = List.of(
                "bundled",
                SharedData.require("golden/squeezenet-1.1/model.onnx").toString());
        screen.open(models.get(1), SharedData.require("data/pictures"), folder.resolve("charts"));
        List<Path> pictures = List.copyOf(screen.bench().pictures().all());
        Monkey monkey = new Monkey(screen, new Random(SEED), folder, models, pictures);

        act(screen, monkey, ACTIONS / 2);
        Memory half = held(screen, models.get(1), pictures.get(0));
        act(screen, monkey, ACTIONS - ACTIONS / 2);
        Memory end = held(screen, models.get(1), pictures.get(0));

        System.out.printf(
                "monkey: %d actions, seed %d; resident %d MB half way, %d MB at the end%n",
                ACTIONS, SEED, half.resident() >> 20, end.resident() >> 20);
        assertThat((double) end.resident()).as("resident memory").isLessThan(GROWTH * half.resident());
    }

    private void act(Screen screen, Monkey monkey, int actions) throws Exception {
        for (int i = 0; i < actions; i++) {
            done.addLast(monkey.act());
            if (done.size() > REMEMBERED) {
                done.removeFirst();
            }
            check(screen);
            if (i % LOOKS == 0) {
                settle(screen);
                check(screen);
            }
        }
    }

    /** Until all is shown, in however many parts it comes; stuck is where no part comes any more. */
    private void settle(Screen screen) throws Exception {
        Inspector inspector = screen.bench().inspector();
        Results results = inspector.results();
        AtomicLong news = new AtomicLong();
        InvalidationListener told = part -> news.set(System.nanoTime());
        List<Observable> panes = List.of(
                results.network(), results.seen(), results.maps(), results.unit(), results.comparison(), results.top());
        screen.run(() -> panes.forEach(pane -> pane.addListener(told)));
        news.set(System.nanoTime());
        while (Hands.on(() -> inspector.busy().get())) {
            assertThat(Duration.ofNanos(System.nanoTime() - news.get()))
                    .as("stuck after " + done + " at " + inspector.request())
                    .isLessThan(STUCK);
            TimeUnit.MILLISECONDS.sleep(5);
        }
        screen.run(() -> panes.forEach(pane -> pane.removeListener(told)));
    }

    private void check(Screen screen) throws Exception {
        assertThat(uncaught).as("after " + done).isEmpty();
        screen.run(() -> {
            check(screen.bench());
            checkFilm(screen);
        });
    }

    /** A pane that is not called stale shows what is selected. */
    private void check(Workbench bench) {
        Inspector inspector = bench.inspector();
        Choices choices = bench.choices();
        Results results = bench.results();
        assertThat(inspector.message().get().filter(said -> said.text().contains("inside zfscope")))
                .as("after " + done)
                .isEmpty();
        if (!inspector.unitStale().get() && choices.picture().get().isPresent()) {
            assertThat(results.unit().get().map(UnitSheet::target))
                    .as("the unit's pane after " + done)
                    .isEqualTo(choices.target().get());
        }
        if (!inspector.mapsStale().get() && choices.picture().get().isPresent()) {
            assertThat(Optional.of(results.maps().get().layer()))
                    .as("the maps' pane after " + done)
                    .isEqualTo(choices.layer().get());
        }
        if (!inspector.busy().get()) {
            assertThat(results.seen().get().file())
                    .as("the picture after " + done)
                    .isEqualTo(choices.picture().get());
            choices.picture().get().ifPresent(shown -> assertThat(bench.title().get())
                    .as("the title after " + done)
                    .startsWith(String.valueOf(shown.getFileName())));
        }
        assertThat(bench.pictures().all()).as("the film after " + done).doesNotHaveDuplicates();
    }

    private void checkFilm(Screen screen) {
        ListView<?> film = (ListView<?>) screen.node("#film");
        Optional<Path> shown = screen.bench().choices().picture().get();
        Object selected = film.getSelectionModel().getSelectedItem();
        assertThat(selected)
                .as("the film's cell after " + done)
                .isEqualTo(shown.filter(film.getItems()::contains).orElse(null));
    }

    /** What is held while the same is shown; jobs must come to their ends. */
    private Memory held(Screen screen, String model, Path picture) throws Exception {
        Workbench bench = screen.bench();
        screen.run(() -> {
            List.copyOf(bench.jobs().running()).forEach(Job::cancel);
            bench.pin(false);
            bench.choices().control().set(false);
            bench.choices().index().set(Optional.empty());
            bench.choices().kind().set(Catalogue.MAPS);
            bench.opening().openModel(model);
            bench.pictures().show(picture);
        });
        screen.await("all jobs over", () -> bench.jobs().running().isEmpty());
        settle(screen);
        screen.run(() -> check(bench));
        return Memory.now();
    }
}
