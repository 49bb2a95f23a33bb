package org.zfscope.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zfscope.app.live.FrameStream;
import org.zfscope.models.SharedData;
import org.zfscope.models.io.InputException;

class LiveTest {

    private static final long FRAME = 1_000_000_000L / FrameStream.FRAMES_A_SECOND;
    private static final long START = 5_000_000_000L;

    private final Workbench bench = new Workbench(new OnTheSpot());
    private final List<Path> film = List.of(
            SharedData.require("data/pictures/dog.jpg"),
            SharedData.require("data/pictures/cat.jpg"),
            SharedData.require("data/pictures/chelsea.jpg"));

    @BeforeEach
    void play() {
        bench.opening().open(film);
        bench.live().on().set(true);
        bench.live().tick(START);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void framesFollowTheClock() {
        assertThat(shown()).isEqualTo(film.get(0));

        bench.live().tick(START + FRAME + 1);
        assertThat(shown()).isEqualTo(film.get(1));
        bench.live().tick(START + 3 * FRAME + 1);
        assertThat(shown()).isEqualTo(film.get(0));
    }

    @Test
    void framesWithoutTimeAreDroppedAndCounted() {
        bench.live().tick(START + 8 * FRAME + 1);
        assertThat(shown()).isEqualTo(film.get(2));

        bench.live().tick(START + FrameStream.FRAMES_A_SECOND * FRAME + 1);
        assertThat(bench.live().rate().get()).isEqualTo("3.0 frames a second, 23 dropped");
    }

    @Test
    void theFrozenFrameStays() {
        bench.live().frozen().set(true);

        bench.live().tick(START + FRAME + 1);

        assertThat(shown()).isEqualTo(film.get(0));
    }

    @Test
    void theFilmTakesNoMessageAway() {
        bench.inspector().tell(new InputException("an export went wrong"));

        bench.live().tick(START + FRAME + 1);

        assertThat(shown()).isEqualTo(film.get(1));
        assertThat(bench.inspector().message().get()).isPresent();
    }

    private Path shown() {
        return bench.inspector().choices().picture().get().orElseThrow();
    }
}
