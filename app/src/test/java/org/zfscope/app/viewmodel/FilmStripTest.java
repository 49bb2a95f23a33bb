package org.zfscope.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.app.ChartPictures;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.render.Scale;

/** The film strip, and the way back from what was done to it and to the view. */
class FilmStripTest {

    private final Path folder;
    private final Workbench bench = new Workbench(new OnTheSpot());
    private final FilmStrip film = bench.pictures();
    private final Path first;
    private final Path second;
    private final Path third;

    FilmStripTest(@TempDir Path folder) {
        this.folder = folder;
        this.first = drawn("a/tench", "1.png");
        this.second = drawn("a/chain saw", "0.png");
        this.third = drawn("a/tench", "2.png");
    }

    private Path drawn(String into, String name) {
        return ChartPictures.draw(folder.resolve(into).resolve(name));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whateverIsOpenedJoinsTheFilmOnce() {
        bench.opening().open(List.of(first));
        bench.opening().open(List.of(second, third));
        bench.opening().open(List.of(first));
        bench.opening().open(List.of(folder));

        assertThat(film.all()).containsExactly(first, second, third);
    }

    @Test
    void theFirstOfTheNewOnesIsShownAndTheCountSaysWhichOfHowMany() {
        bench.opening().open(List.of(first));
        bench.opening().open(List.of(second, third));

        assertThat(shown()).contains(second);
        assertThat(film.count().get()).isEqualTo("2 of 3");
    }

    private Optional<Path> shown() {
        return bench.results().seen().get().file();
    }

    @Test
    void aPictureIsOfTheClassThatItsFolderNamesWhereThereAreOthers() {
        bench.opening().open(List.of(first, third));
        assertThat(film.order().of(first)).isEmpty();

        bench.opening().open(List.of(second));

        assertThat(film.order().of(first)).contains("tench");
        assertThat(film.order().classes()).containsExactly("chain saw", "tench");
    }

    @Test
    void oneClassIsSeenAloneAndAllAreSorted() {
        bench.opening().open(List.of(first, second, third));

        film.order().by().set(FilmOrder.By.CLASS);
        assertThat(film.order().shown()).containsExactly(second, first, third);
        film.order().by().set(FilmOrder.By.NAME);
        assertThat(film.order().shown()).containsExactly(second, first, third);

        film.order().only().set(Optional.of("tench"));
        assertThat(film.order().shown()).containsExactly(first, third);
        assertThat(film.count().get()).isEqualTo("1 of 2 (3 in all)");
        film.showBy(1);
        assertThat(shown()).contains(third);
        film.showBy(1);
        assertThat(shown()).contains(first);
    }

    @Test
    void whenAPictureIsRemovedTheNextOneIsShown() {
        bench.opening().open(List.of(first, second, third));

        film.remove(first);
        assertThat(film.all()).containsExactly(second, third);
        assertThat(shown()).contains(second);

        film.remove(third);
        assertThat(shown()).contains(second);
    }

    @Test
    void anEmptyFilmShowsNothing() {
        bench.opening().openModel("bundled");
        bench.opening().open(List.of(first));
        assertThat(bench.results().unit().get()).isPresent();

        film.clear();

        assertThat(shown()).isEmpty();
        assertThat(bench.results().seen().get().picture()).isEmpty();
        assertThat(bench.results().unit().get()).isEmpty();
        assertThat(bench.results().maps().get().tiles()).isEmpty();
        assertThat(bench.inspector().busy().get()).isFalse();
        assertThat(film.count().get()).isEmpty();
    }

    @Test
    void whatWasRemovedClearedOrMovedComesBack() {
        bench.opening().open(List.of(first, second, third));

        film.remove(first);
        film.moveBy(third, -1);
        film.clear();
        assertThat(film.all()).isEmpty();

        bench.undo().undo();
        assertThat(film.all()).containsExactly(third, second);
        assertThat(shown()).contains(second);
        bench.undo().undo();
        assertThat(film.all()).containsExactly(second, third);
        bench.undo().undo();
        assertThat(film.all()).containsExactly(first, second, third);
        assertThat(shown()).contains(first);

        bench.undo().redo();
        assertThat(film.all()).containsExactly(second, third);
        assertThat(bench.undo().possibleAgain().get()).isTrue();
    }

    @Test
    void changesOfTheViewAreTakenBackOneByOne() {
        bench.choices().rule(ReluRule.GUIDED);
        bench.choices().gain().set(2.0);
        bench.choices().gain().set(4.0);
        bench.choices().control().set(true);

        bench.undo().undo();
        assertThat(bench.choices().control().get()).isFalse();
        assertThat(bench.choices().gain().get()).isEqualTo(4);
        bench.undo().undo();
        assertThat(bench.choices().gain().get())
                .as("before the slider was drawn")
                .isEqualTo(1);
        bench.undo().undo();
        assertThat(bench.choices().method().get().relu()).isEqualTo(ReluRule.DECONVNET);
        assertThat(bench.undo().possible().get()).isFalse();
        bench.undo().undo();
    }

    @Test
    void theViewIsResetInOneStep() {
        bench.choices().mapsGain().set(8.0);
        bench.choices().scale().set(Scale.Shared.LAYER);
        bench.maps().order().set(MapsView.Order.STRENGTH);

        bench.resetView();
        assertThat(bench.choices().mapsGain().get()).isEqualTo(1);
        assertThat(bench.maps().order().get()).isEqualTo(MapsView.Order.NUMBER);

        bench.undo().undo();
        assertThat(bench.choices().mapsGain().get()).isEqualTo(8);
        assertThat(bench.choices().scale().get()).isEqualTo(Scale.Shared.LAYER);
        assertThat(bench.maps().order().get()).isEqualTo(MapsView.Order.STRENGTH);
    }
}
