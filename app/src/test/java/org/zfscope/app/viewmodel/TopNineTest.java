package org.zfscope.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.app.ChartPictures;
import org.zfscope.app.engine.TopHit;
import org.zfscope.app.engine.TopSheet;
import org.zfscope.app.task.Executor;
import org.zfscope.cli.Zfscope;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.image.RgbImage;
import org.zfscope.viz.Target;
import org.zfscope.viz.analysis.Hit;
import org.zfscope.viz.chart.Chart;
import org.zfscope.viz.exhibit.IndexFile;
import org.zfscope.viz.exhibit.StrongestPictures;
import org.zfscope.viz.exhibit.StrongestPictures.Side;
import org.zfscope.viz.exhibit.TileSheet;
import org.zfscope.viz.index.TopIndex;
import org.zfscope.viz.render.Png;
import org.zfscope.viz.render.Provenance;

/** Scans and indexes in the window, without a screen. */
class TopNineTest {

    private static final int COUNT = 22;

    /** The first layer that fires. */
    private static final String FEW_UNITS = "relu1";

    private final Path folder;
    private final Path pictures;
    private final Path file;
    private final Path shown;
    private Workbench bench = new Workbench(new OnTheSpot());

    TopNineTest(@TempDir Path folder) {
        this.folder = folder;
        this.pictures = folder.resolve("pictures");
        this.shown = folder.resolve("shown.png");
        this.file = folder.resolve("found").resolve("index.json");
    }

    @BeforeEach
    void open() {
        ChartPictures.draw(pictures, COUNT);
        Png.write(shown, Chart.SHAPES.draw(144), Provenance.of("test"));
        begin(new OnTheSpot());
    }

    private void begin(Executor executor) {
        bench.close();
        bench = new Workbench(executor);
        bench.opening().openModel("bundled");
        bench.opening().open(List.of(shown));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aScanFillsBothPanes() {
        scan();

        TileSheet sheet = maps();
        assertThat(sheet.question()).isInstanceOf(StrongestPictures.class);
        assertThat(sheet.isComplete()).isTrue();
        assertThat(sheet.note()).isEqualTo("22 pictures");
        TopIndex index = TopIndex.read(file);
        int unit = sheet.strongest();
        List<Hit> hits = index.hits(sheet.layer(), unit);
        assertThat(sheet.strengths()[unit]).isEqualTo(hits.get(0).value());
        bench.inspector().selection().choose(unit);
        assertThat(top().unit()).contains(new Target.Strongest(sheet.layer(), unit));
        assertThat(top().hits()).extracting(TopHit::hit).isEqualTo(hits);
        assertThat(top().hits()).allMatch(hit -> hit.projection().isPresent());
        assertThat(top().summary()).contains("of 22 pictures; ", "(class purity ");
        assertThat(top().problem()).isEmpty();
        assertThat(bench.inspector().busy().get()).isFalse();
        assertThat(bench.inspector().message().get()).isEmpty();
    }

    @Test
    void whatIsFoundIsShownBeforeTheScanEnds() {
        List<Integer> done = new ArrayList<>();
        bench.inspector().results().maps().addListener((o, before, now) -> bench.inspector()
                .choices()
                .index()
                .get()
                .filter(index -> now.question() instanceof StrongestPictures
                        && !now.tiles().isEmpty())
                .ifPresent(index -> done.add(index.index().tops().done())));

        scan();

        assertThat(done).isSorted().startsWith(4).endsWith(COUNT);
    }

    @Test
    void blocksShowThePatchesOrWhatTheUnitsAnswerTo() {
        bench.inspector().selection().layer(FEW_UNITS);
        scan();
        RgbImage patches = maps().tiles().get(maps().strongest()).picture();

        bench.inspector().choices().side().set(Side.PROJECTIONS);

        assertThat(maps().isComplete()).isTrue();
        RgbImage projections = maps().tiles().get(maps().strongest()).picture();
        assertThat(projections.width()).isEqualTo(patches.width());
        assertThat(projections.pixels()).isNotEqualTo(patches.pixels());
    }

    @Test
    void whatACancelledScanFoundStaysAndIsOnTheDisk() {
        begin(new StopsAfter(3));

        scan();

        TopIndex kept = TopIndex.read(file);
        assertThat(kept.tops().done()).isEqualTo(12);
        assertThat(index().index().tops().done()).isEqualTo(12);
        assertThat(maps().note()).isEqualTo("12 of 22 pictures");
        assertThat(maps().isComplete()).isTrue();
        assertThat(bench.inspector().message().get()).isEmpty();
    }

    @Test
    void aResumedScanEndsWithTheIndexOfAWholeOne() throws Exception {
        begin(new StopsAfter(3));
        scan();
        begin(new OnTheSpot());
        bench.opening().open(List.of(file));
        assertThat(index().index().complete()).isFalse();

        bench.top().resume();

        assertThat(index().index().complete()).isTrue();
        Path whole = folder.resolve("whole").resolve("index.json");
        bench.top().scan(pictures, whole);
        assertThat(Files.mismatch(file, whole)).isEqualTo(-1);
    }

    @Test
    void aScanOfOtherPicturesDoesNotGoOnWithAnIndex() {
        scan();
        ChartPictures.draw(pictures, COUNT + 1);

        scan();

        assertThat(message())
                .contains("index.json")
                .contains("was begun over 22 pictures")
                .contains("23");
    }

    @Test
    void anIndexOfAnotherModelIsRefused() throws Exception {
        scan();
        IndexFile before = index();
        Path other = folder.resolve("other.json");
        Files.writeString(other, Files.readString(file).replace("\"source\":\"bundled\"", "\"source\":\"vgg16\""));

        bench.opening().open(List.of(other));

        assertThat(message())
                .contains("other.json")
                .contains("was made with model")
                .contains("(vgg16)");
        assertThat(message().lines()).hasSize(1);
        assertThat(index()).isSameAs(before);
    }

    @Test
    void whatIsNoIndexIsRefused() throws Exception {
        Path other = Files.writeString(folder.resolve("other.json"), "[]");

        bench.opening().open(List.of(other));

        assertThat(message()).contains("other.json").contains("is no index");
    }

    @Test
    void changedPicturesAreSaidOnce() throws Exception {
        scan();
        try (Stream<Path> all = Files.walk(pictures)) {
            for (Path picture : all.filter(Files::isRegularFile).toList()) {
                Png.write(picture, Chart.COLOURS.draw(144), Provenance.of("test"));
                Files.setLastModifiedTime(picture, FileTime.from(Instant.now().plusSeconds(10)));
            }
        }

        bench.opening().open(List.of(file));

        assertThat(top().problem()).contains("are not what they were");
        assertThat(message()).contains("index.json").contains("scan them anew");
        bench.inspector().message().set(Optional.empty());
        bench.inspector().selection().choose(0);
        assertThat(bench.inspector().message().get()).isEmpty();
    }

    @Test
    void aPictureThatIsGoneIsNamed() throws Exception {
        scan();
        bench.inspector().selection().choose(maps().strongest());
        Path gone = top().hits().get(0).file();
        Files.delete(gone);

        bench.opening().open(List.of(file));

        assertThat(message()).contains(gone.getFileName().toString());
        assertThat(maps().tiles()).hasSize(maps().units());
        assertThat(bench.inspector().busy().get()).isFalse();
    }

    @Test
    void picturesThatWereMovedAreAskedFor() throws Exception {
        scan();
        Path moved = folder.resolve("moved");
        Files.move(pictures, moved);
        bench.opening().open(List.of(file));
        assertThat(message()).contains("its pictures were in " + pictures).contains("choose the folder");

        bench.top().find(folder);
        assertThat(message()).contains("does not hold the pictures");
        bench.top().find(moved);

        assertThat(bench.inspector().message().get()).isEmpty();
        assertThat(bench.top().lost().get()).isEmpty();
        assertThat(top().hits().get(0).file()).startsWith(moved).exists();
    }

    @Test
    void aHitOpensItsPictureAtItsNeuron() {
        scan();
        bench.inspector().selection().choose(maps().strongest());
        TopHit second = top().hits().get(1);
        Target.Strongest unit = top().unit().orElseThrow();

        bench.top().look(second);

        assertThat(bench.inspector().results().seen().get().file()).contains(second.file());
        var projection = bench.inspector().results().unit().get().orElseThrow().projection();
        assertThat(projection.unit().name()).isEqualTo(unit.toString());
        assertThat(projection.unit().window().y()).isEqualTo(second.hit().y());
        assertThat(projection.unit().activation())
                .isCloseTo(second.hit().value(), withinPercentage(0.001)); // the scan ran it among others
    }

    @Test
    void aLayerThatIsNotWatchedIsSaidInThePane() {
        scan();

        bench.inspector().selection().layerBy(-100);

        assertThat(maps().tiles()).isEmpty();
        assertThat(maps().note()).startsWith("The index does not watch conv1");
        assertThat(bench.inspector().message().get()).isEmpty();
    }

    @Test
    void layersThatTheIndexTellsOfExactlyNeedNoScan() {
        scan();

        bench.inspector().selection().layer("pool1");

        assertThat(maps().tiles()).hasSize(48);
        assertThat(top().problem()).isEmpty();
        assertThat(top().hits()).isNotEmpty();
    }

    @Test
    void aScanWatchesTheLayersThatAreChosen() {
        ScanLayers layers = bench.plan().layers();
        bench.plan().folder().set(pictures.toString());
        bench.plan().file().set(file.toString());
        layers.which().set(ScanLayers.Which.CHOSEN);
        layers.choices().forEach(choice -> choice.on().set(false));
        assertThat(layers.none().get()).isTrue();
        bench.plan().scan();
        assertThat(file).doesNotExist();

        layers.choices().get(0).on().set(true);
        bench.plan().scan();

        assertThat(index().index().identity().layers()).containsExactly("conv1");
        bench.inspector().selection().layer("conv1");
        assertThat(maps().tiles()).hasSize(48);
    }

    @Test
    void aFolderWithoutPicturesIsSaid() {
        bench.top().scan(folder.resolve("nothing"), file);

        assertThat(message()).contains("nothing").contains("no such folder");
        assertThat(file).doesNotExist();
    }

    @Test
    void theNextSessionOpensTheIndexAgain() {
        scan();
        Path state = folder.resolve("window.json");
        bench.session().save(state, bench.session().state(false, List.of(), List.of()));

        begin(new OnTheSpot());
        bench.session().restore(SavedState.read(state, e -> {}), new Welcome(Optional.empty(), () -> file));

        assertThat(index().file()).isEqualTo(file);
        assertThat(maps().question()).isInstanceOf(StrongestPictures.class);
        assertThat(top().hits()).isNotEmpty();
    }

    @Test
    void theExportedPaneIsThePictureOfItsCommand() throws Exception {
        bench.inspector().selection().layer(FEW_UNITS);
        bench.inspector().choices().gain().set(2.0);
        scan();
        Path exported = folder.resolve("exported.png");

        bench.exports().write(Piece.MAPS, exported, written -> {});

        Path commanded = command(bench.exports().command(Piece.MAPS).orElseThrow());
        RgbImage ours = ImageFiles.read(exported);
        RgbImage theirs = ImageFiles.read(commanded);
        assertThat(ours.width()).isEqualTo(theirs.width());
        assertThat(Arrays.equals(ours.pixels(), theirs.pixels())).isTrue();
        assertThat(Provenance.read(exported).entries())
                .containsEntry("rule", "deconvnet")
                .containsEntry("shows", "strongest pictures")
                .containsKeys("model", "images", "pictures", "index sha256", "command", "version");
    }

    /** Runs the command, and finds the one picture that it leaves. */
    private Path command(String text) throws Exception {
        Path out = folder.resolve("commanded");
        List<String> words = new ArrayList<>(Arrays.asList(text.replace("'", "").split(" ", -1)));
        words.remove(0);
        words.set(words.size() - 1, out.toString());
        StringWriter err = new StringWriter();
        int code = Zfscope.run(
                new PrintWriter(new StringWriter()), new PrintWriter(err, true), words.toArray(String[]::new));
        assertThat(code).as(err.toString()).isZero();
        try (Stream<Path> left = Files.list(out)) {
            List<Path> drawn = left.filter(f -> f.toString().endsWith(".png")).toList();
            assertThat(drawn).hasSize(1);
            return drawn.get(0);
        }
    }

    private void scan() {
        bench.top().scan(pictures, file);
    }

    private IndexFile index() {
        return bench.inspector().choices().index().get().orElseThrow();
    }

    private TileSheet maps() {
        return bench.inspector().results().maps().get();
    }

    private TopSheet top() {
        return bench.inspector().results().top().get();
    }

    private String message() {
        return bench.inspector().message().get().orElseThrow().text();
    }
}
