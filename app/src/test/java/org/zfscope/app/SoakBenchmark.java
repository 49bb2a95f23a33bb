package org.zfscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zfscope.models.SharedData;

/**
 * Looks at 200 pictures and clicks 2,000 times in the real window, and prints what the process holds at the start, after
 * a warm-up and at the end. Takes minutes, so it is not run with the tests: {@code app/soak}.
 */
@Tag("benchmark")
class SoakBenchmark {

    private static final int PICTURES = Integer.getInteger("zfscope.soak.pictures", 200);
    private static final int CLICKS_A_PICTURE = 10;
    private static final int WARM_UP = 30;
    private static final double MOST_GROWTH = 0.1;

    private final Random random = new Random(2013);

    @Test
    void memoryDoesNotGrow() throws Exception {
        Screen screen = new Screen(1280, 780);
        try {
            List<Path> pictures = pictures(WARM_UP + PICTURES);
            screen.open("bundled", pictures.get(0));
            Memory start = Memory.now();
            print("at the start", start);
            look(screen, pictures.subList(0, WARM_UP));
            Memory warm = Memory.now();
            print("after " + WARM_UP + " pictures", warm);
            int tenth = PICTURES / 10;
            for (int from = WARM_UP; from < pictures.size(); from += tenth) {
                look(screen, pictures.subList(from, Math.min(pictures.size(), from + tenth)));
                print("after " + Math.min(pictures.size(), from + tenth) + " pictures", Memory.now());
            }
            Memory end = Memory.now();
            double heap = growth(warm.heap(), end.heap());
            double resident = growth(warm.resident(), end.resident());
            System.out.printf(
                    Locale.ROOT,
                    "  %d pictures and %d clicks after the warm-up: heap %+.1f %%, resident %+.1f %%%n",
                    PICTURES,
                    PICTURES * CLICKS_A_PICTURE,
                    100 * heap,
                    100 * resident);
            assertThat(heap).as("growth of the heap").isLessThan(MOST_GROWTH);
            assertThat(resident).as("growth of resident memory").isLessThan(MOST_GROWTH);
            assertThat(screen.bench().inspector().message().get()).isEmpty();
        } finally {
            screen.close();
        }
    }

    private static List<Path> pictures(int count) throws Exception {
        try (Stream<Path> all = Files.walk(SharedData.require("data/imagenette-160/val"))) {
            List<Path> found = all.filter(Files::isRegularFile).sorted().toList();
            assertThat(found).hasSizeGreaterThanOrEqualTo(count);
            int step = found.size() / count;
            return Stream.iterate(0, i -> i + step).limit(count).map(found::get).toList();
        }
    }

    private void look(Screen screen, List<Path> pictures) throws Exception {
        for (Path picture : pictures) {
            screen.run(() -> screen.bench().opening().open(List.of(picture)));
            screen.await("the picture", () -> screen.bench()
                    .inspector()
                    .choices()
                    .picture()
                    .get()
                    .filter(picture::equals)
                    .isPresent());
            screen.settle();
            for (int click = 0; click < CLICKS_A_PICTURE; click++) {
                screen.click("#maps-canvas", random.nextDouble(), random.nextDouble());
                screen.settle();
            }
            int layers = random.nextInt(-3, 4);
            screen.run(() -> screen.bench().inspector().selection().layerBy(layers));
        }
    }

    private static double growth(long before, long after) {
        return before == 0 ? 0 : (double) after / before - 1;
    }

    private static void print(String when, Memory memory) {
        System.out.printf(
                Locale.ROOT,
                "  %-22s heap %7.1f MB, resident %7.1f MB%n",
                when,
                memory.heap() / 1e6,
                memory.resident() / 1e6);
    }
}
