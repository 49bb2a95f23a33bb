package org.zfscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.app.engine.FirstPicture;
import org.zfscope.app.engine.TopHit;
import org.zfscope.app.viewmodel.Inspector;
import org.zfscope.app.viewmodel.Workbench;
import org.zfscope.viz.Target;
import org.zfscope.viz.exhibit.StrongestPictures;
import org.zfscope.viz.exhibit.StrongestPictures.Side;
import org.zfscope.viz.index.TopIndex;
import org.zfscope.viz.render.Tile;

/** A scan with mouse and keys: started, stopped, gone on with, and looked at meanwhile. */
@Tag("window")
class TopNineWindowTest {

    /** So many that a scan of the fastest engine is seen while it goes on. */
    private static final int COUNT = 2500;

    private static final int FEW = 40;

    private final Path pictures;
    private final Path file;
    private Screen screen;
    private Inspector inspector;

    TopNineWindowTest(@TempDir Path folder) {
        this.pictures = folder.resolve("charts");
        this.file = folder.resolve("index.json");
    }

    @BeforeEach
    void open() throws Exception {
        screen = new Screen(1280, 900);
        Workbench bench = screen.bench();
        inspector = bench.inspector();
        Path scene = FirstPicture.in(pictures.resolveSibling("scene"));
        screen.run(() -> bench.opening().openModel("bundled"));
        screen.run(() -> bench.opening().open(List.of(scene)));
        screen.await("a unit", () -> inspector.results().unit().get().isPresent());
        screen.settle();
    }

    @AfterEach
    void close() throws Exception {
        screen.close();
    }

    @Test
    void aScanIsStartedCancelledAndResumedWhileUnitsAreLookedAt() throws Exception {
        start(COUNT);
        screen.await("partial results in both panes", () -> blocks() && inTheUnitPane("projection"));
        int other = (inspector.selection().unit().get() + 5)
                % inspector.results().maps().get().units();
        screen.run(() -> inspector.selection().choose(other));
        screen.await("the unit that was chosen", () -> shows(other));
        assertThat(screen.bench().jobs().running())
                .as("the scan goes on meanwhile")
                .hasSize(1);
        assertThat(plain(text("#job-says"))).contains(" of " + COUNT);

        screen.click("#jobs .button");
        screen.await(
                "the end of the scan", () -> screen.bench().jobs().running().isEmpty());
        int done = TopIndex.read(file).tops().done();
        assertThat(done).isBetween(4, COUNT - 1);
        screen.await(
                "what is on the disk",
                () -> plain(inspector.results().maps().get().note()).equals(done + " of " + COUNT + " pictures"));
        screen.settle();

        screen.click("#resume");
        screen.await("the whole scan", () -> TopIndex.read(file).complete());
        screen.await("no job", () -> screen.bench().jobs().running().isEmpty());
        screen.settle();
        assertThat(plain(inspector.results().maps().get().note())).isEqualTo(COUNT + " pictures");
        assertThat(inspector.message().get()).isEmpty();
    }

    /** Without what groups the digits of large numbers. */
    private static String plain(String text) {
        return text.replace(",", "");
    }

    @Test
    void aHitIsOpenedByAClickAndBlocksShowTheirProjections() throws Exception {
        start(FEW);
        screen.await("the whole scan", () -> screen.bench().jobs().running().isEmpty() && index());
        screen.settle();
        TopHit third = inspector.results().top().get().hits().get(2);
        screen.run(() -> ((ScrollPane) screen.node("#unit .scroll-pane")).setVvalue(1));
        screen.click("#top-patch-2");
        screen.settle();

        assertThat(inspector.results().seen().get().file()).contains(third.file());
        Target target = inspector.results().unit().get().orElseThrow().target();
        assertThat(target).isInstanceOf(Target.Neuron.class);
        assertThat(inspector
                        .results()
                        .unit()
                        .get()
                        .orElseThrow()
                        .projection()
                        .unit()
                        .activation())
                .isEqualTo(third.hit().value());

        screen.click("#side-projections");
        screen.settle();
        assertThat(inspector.choices().side().get()).isEqualTo(Side.PROJECTIONS);
        assertThat(blocks()).isTrue();
    }

    private void start(int count) throws Exception {
        ChartPictures.draw(pictures, count);
        screen.run(() -> inspector.selection().layer("relu1"));
        screen.settle();
        screen.click("#top-scan");
        screen.run(() -> {
            screen.bench().plan().folder().set(pictures.toString());
            screen.bench().plan().file().set(file.toString());
        });
        screen.click("#scan-start");
    }

    private boolean index() {
        return inspector
                .choices()
                .index()
                .get()
                .filter(i -> i.index().complete())
                .isPresent();
    }

    /** More than what stands for units that are still to come. */
    private boolean blocks() {
        var maps = inspector.results().maps().get();
        return maps.question() instanceof StrongestPictures
                && maps.tiles().stream().map(Tile::picture).distinct().count() > 1;
    }

    private boolean inTheUnitPane(String kind) {
        return screen.node("#top-" + kind + "-8").getParent().isVisible();
    }

    private boolean shows(int unit) {
        return inspector
                .results()
                .unit()
                .get()
                .filter(sheet -> sheet.projection().unit().unit() == unit)
                .isPresent();
    }

    private String text(String selector) {
        return ((Label) screen.node(selector)).getText();
    }
}
