package org.zfscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.app.engine.Catalogue;
import org.zfscope.app.task.Job;
import org.zfscope.app.viewmodel.Choices;
import org.zfscope.app.viewmodel.Inspector;
import org.zfscope.app.viewmodel.MapsView;
import org.zfscope.app.viewmodel.Workbench;
import org.zfscope.models.Network;
import org.zfscope.models.SharedData;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.exhibit.StrongestPictures.Side;
import org.zfscope.viz.render.Scale;

/** Five hundred random actions, faster than anybody looks, in the real window. */
@Tag("window")
class MonkeyTest {

    private static final int ACTIONS = 500;
    private static final long SEED = 2013;

    /** Every so many actions the window may show what was asked for, or hardly any would do their work. */
    private static final int LOOKS = 5;

    /** SqueezeNet's run holds some 30 MB, so a run leaked at each of fifty looks would be ten times as much. */
    private static final long LEAK = 150_000_000;

    private final Path folder;

    MonkeyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void nothingBreaksAndNothingIsStuck() throws Exception {
        Path data = SharedData.require("data/pictures");
        Screen screen = new Screen(1100, 700);
        try {
            Workbench bench = screen.bench();
            Path model = SharedData.require("golden/squeezenet-1.1/model.onnx");
            screen.run(() -> bench.opening().open(List.of(data, model)));
            screen.await(
                    "a unit", () -> bench.inspector().results().unit().get().isPresent());
            Random random = new Random(SEED);
            ChartPictures.draw(folder.resolve("charts"), 20);
            act(screen, random, ACTIONS / 2);
            Memory half = Memory.now();
            act(screen, random, ACTIONS / 2);
            screen.run(() -> bench.inspector().choices().kind().set(Catalogue.MAPS));
            screen.run(() -> List.copyOf(bench.jobs().running()).forEach(Job::cancel));
            screen.await("all jobs over", () -> bench.jobs().running().isEmpty());
            screen.settle();
            Memory end = Memory.now();

            assertThat(bench.inspector().message().get()).as("what went wrong").isEmpty();
            assertThat(bench.jobs().running()).isEmpty();
            assertThat(bench.inspector().mapsStale().get()).isFalse();
            assertThat(bench.inspector().unitStale().get()).isFalse();
            assertThat(end.heap() - half.heap()).as("growth of the heap").isLessThan(LEAK);
            assertThat(end.resident() - half.resident())
                    .as("growth of resident memory")
                    .isLessThan(LEAK);
        } finally {
            screen.close();
        }
    }

    private void act(Screen screen, Random random, int actions) throws Exception {
        for (int i = 0; i < actions; i++) {
            screen.run(() -> act(screen.bench(), random));
            if (i % LOOKS == 0) {
                screen.settle();
            }
        }
        screen.settle();
    }

    private void act(Workbench bench, Random random) {
        Inspector inspector = bench.inspector();
        Choices choices = inspector.choices();
        Network network = inspector.results().network().get().orElseThrow();
        switch (random.nextInt(15)) {
            case 0, 1, 2 -> bench.maps().choose(random.nextInt(500), random.nextInt(400));
            case 3 -> inspector.selection().layerBy(random.nextInt(-9, 10));
            case 4 -> bench.maps().move(random.nextInt(-1, 2), random.nextInt(-1, 2));
            case 5 ->
                choices.rule(ReluRule.valueOf(
                        List.of("DECONVNET", "GUIDED", "GRADIENT").get(random.nextInt(3))));
            case 6 -> choices.kind().set(List.of(Catalogue.values()).get(random.nextInt(5)));
            case 7 -> choices.scale().set(random.nextBoolean() ? Scale.Shared.TILE : Scale.Shared.LAYER);
            case 8 -> bench.pictures().showBy(random.nextInt(-2, 3));
            case 9 -> bench.maps().zoom(0.5 + random.nextDouble() * 1.5, random.nextInt(500), random.nextInt(400));
            case 10 -> bench.maps().order().set(random.nextBoolean() ? MapsView.Order.NUMBER : MapsView.Order.STRENGTH);
            case 11 -> choices.side().set(random.nextBoolean() ? Side.PATCHES : Side.PROJECTIONS);
            case 12 -> scan(bench);
            case 13 ->
                inspector.results().top().get().hits().stream()
                        .skip(random.nextInt(9))
                        .findFirst()
                        .ifPresent(bench.top()::look);
            default -> {
                bench.pin(random.nextBoolean());
                choices.control().set(random.nextBoolean());
                inspector.selection().neuron(0, random.nextInt(3) == 0 ? 1 : 0);
                assertThat(network.nodes()).isNotEmpty();
            }
        }
    }

    /** Starts a scan, stops it, or goes on with it. */
    private void scan(Workbench bench) {
        if (bench.top().scanning().isPresent()) {
            bench.top().scanning().ifPresent(Job::cancel);
        } else if (bench.inspector().choices().index().get().isPresent()) {
            bench.top().resume();
        } else {
            bench.top().scan(folder.resolve("charts"), folder.resolve("index.json"));
        }
    }
}
