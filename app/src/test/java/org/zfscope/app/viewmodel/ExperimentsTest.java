package org.zfscope.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.app.engine.Experiment;
import org.zfscope.app.engine.FirstPicture;
import org.zfscope.app.engine.Knob;
import org.zfscope.viz.Target;

/** What an experiment asks, and that what is shown answers it. */
class ExperimentsTest {

    private final Path scene;
    private final Workbench bench = new Workbench(new OnTheSpot());
    private final Experiments experiments = bench.experiments();

    ExperimentsTest(@TempDir Path folder) {
        this.scene = FirstPicture.in(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void open() {
        bench.opening().openModel("bundled");
        bench.pictures().show(scene);
    }

    private String shows() {
        return experiments.shown().get().map(s -> s.exhibit().shows()).orElse("nothing");
    }

    @Test
    void whatIsMissingIsSaid() {
        experiments.show(Experiment.RULES);
        assertThat(experiments.problem().get()).isEqualTo("Open a network first.");
        assertThat(experiments.ready().get()).isFalse();

        bench.opening().openModel("bundled");
        assertThat(experiments.problem().get()).isEqualTo("Open a picture first.");

        bench.pictures().show(scene);
        assertThat(experiments.problem().get()).isEmpty();
        assertThat(shows()).isEqualTo("rules");
    }

    @Test
    void whatIsQuickFollowsTheSelectionAndWhatTakesLongIsDropped() {
        open();
        experiments.show(Experiment.EXPLANATION);
        bench.selection().choose(3);
        assertThat(experiments.shown().get().orElseThrow().words()).contains(":3 at row");

        experiments.knob(Knob.STRIDE).set("32");
        experiments.show(Experiment.OCCLUSION);
        assertThat(shows()).isEqualTo("places");
        experiments.run();
        assertThat(shows()).isEqualTo("occlusion");
        bench.selection().choose(4);
        assertThat(shows()).isEqualTo("places");
        experiments.back();
        assertThat(experiments.open().get()).isEmpty();
        assertThat(shows()).isEqualTo("nothing");
    }

    @Test
    void aClassIsTheOneAtHandOrTypedByNumberOrName() {
        open();
        experiments.knob(Knob.STEPS).set("1");
        experiments.knob(Knob.SAMPLES).set("1");
        bench.selection().classScore(2);
        experiments.show(Experiment.ATTRIBUTION);
        assertThat(asked()).contains(2);

        experiments.knob(Knob.LABEL).set("1");
        assertThat(asked()).contains(1);
        String name = bench.results().network().get().orElseThrow().labels().get(3);
        experiments.knob(Knob.LABEL).set(name.toUpperCase(Locale.ROOT));
        assertThat(asked()).contains(3);

        experiments.knob(Knob.LABEL).set("nothing of the kind");
        assertThat(experiments.problem().get()).contains("nothing of the kind");
        assertThat(experiments.ready().get()).isFalse();
        experiments.knob(Knob.LABEL).set("");
        experiments.knob(Knob.NOISE).set("-1");
        assertThat(experiments.problem().get()).contains("noise", "-1");
    }

    private Optional<Integer> asked() {
        experiments.run();
        String command = bench.exports().command(Piece.EXPERIMENT).orElseThrow();
        int at = command.indexOf("--class ");
        return at < 0
                ? Optional.empty()
                : Optional.of(Integer.valueOf(command.substring(at + 8).split(" ", 2)[0]));
    }

    @Test
    void aWholeMapHasNoOneValue() {
        open();
        experiments.show(Experiment.EXPLANATION);
        bench.selection().wholeMap(true);
        assertThat(experiments.problem().get()).contains("click on the unit's map");
        assertThat(shows()).isEqualTo("nothing");
    }

    @Test
    void onesWayDownEndsAtThePixels() {
        open();
        bench.selection().layer("relu2");
        experiments.show(Experiment.EXPLANATION);
        int steps = 0;
        while (!experiments.shown().get().orElseThrow().steps().get(0).isPixel()) {
            experiments.down(experiments.shown().get().orElseThrow().steps().get(0));
            steps++;
        }
        Optional<Target> last = bench.choices().target().get();
        experiments.down(experiments.shown().get().orElseThrow().steps().get(0));
        assertThat(steps).isPositive();
        assertThat(bench.choices().target().get()).isEqualTo(last);
    }

    @Test
    void aFigureIsOfTheUnitTheBookmarkedOrTheTypedOnes() {
        open();
        bench.selection().layer("relu2");
        bench.selection().choose(3);
        experiments.show(Experiment.FIGURE);
        assertThat(command()).contains("--units relu2:3 --rules deconvnet");

        experiments.knob(Knob.SUBJECTS).set("bookmarked");
        assertThat(experiments.problem().get()).contains("bookmarked");
        bench.bookmarks().add("");
        bench.selection().choose(5);
        bench.bookmarks().add("");
        bench.bookmarks().add("again");
        assertThat(command()).contains("--units relu2:3,relu2:5 --rules");

        experiments.knob(Knob.ADDRESSES).set("relu1:2; relu2:1@2,3, class:1");
        experiments.knob(Knob.RULES).set("all");
        experiments.knob(Knob.CONTROL).set("shuffled");
        experiments.knob(Knob.PALETTE).set("viridis");
        experiments.knob(Knob.CAPTION).set("Two units");
        assertThat(command())
                .contains("--units relu1:2,relu2:1@2,3,class:1 --rules deconvnet,guided,gradient")
                .contains("--palette viridis --control shuffled --caption 'Two units'");
        assertThat(experiments.shown().get().orElseThrow().words()).contains("--layers all --rules");
    }

    @Test
    void whatAFigureCannotShowIsSaid() {
        open();
        experiments.show(Experiment.FIGURE);
        experiments.knob(Knob.ADDRESSES).set("relu2:100000");
        assertThat(experiments.problem().get()).isEqualTo("No unit relu2:100000 in this network");
        experiments.knob(Knob.ADDRESSES).set("nothing of the kind");
        assertThat(experiments.problem().get()).contains("or these", "nothing");
        experiments.knob(Knob.ADDRESSES).set("");
        experiments.knob(Knob.SIDE).set("3");
        assertThat(experiments.problem().get()).contains("16 to 2048");
        assertThat(experiments.ready().get()).isFalse();
    }

    @Test
    void aFigureTakesTheFirstPicturesOfTheFilm(@TempDir Path other) {
        open();
        Path second = FirstPicture.in(other);
        bench.pictures().show(second);
        experiments.show(Experiment.FIGURE);
        assertThat(command()).contains("--pictures " + second + " ");
        experiments.knob(Knob.PICTURES).set("film");
        assertThat(command()).contains("--pictures " + scene + "," + second + " ");
        experiments.knob(Knob.FIRST).set("1");
        assertThat(command()).contains("--pictures " + scene + " ");
    }

    private String command() {
        experiments.run();
        return bench.exports().command(Piece.EXPERIMENT).orElseThrow();
    }
}
