package org.zfscope.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfscope.app.engine.Catalogue;
import org.zfscope.app.engine.UnitSheet;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.SharedData;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.open.Models;
import org.zfscope.viz.Picture;
import org.zfscope.viz.Target;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.exhibit.TileSheet;

/** What the window does, without a screen. */
class WorkbenchTest {

    private final Workbench bench = new Workbench(new OnTheSpot());
    private final Inspector inspector = bench.inspector();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void pictureAloneIsShownWithoutClasses() {
        bench.opening().open(List.of(dog()));

        assertThat(inspector.results().seen().get().picture()).isPresent();
        assertThat(inspector.results().seen().get().scores()).isEmpty();
        assertThat(bench.status().get()).contains("no model yet").contains("dog.jpg");
    }

    @Test
    void modelAndPictureDroppedTogetherNameTheHound() {
        open();

        assertThat(inspector.results().seen().get().scores()).hasSize(5);
        assertThat(inspector.results().seen().get().scores().get(0).label()).containsIgnoringCase("hound");
        assertThat(inspector.busy().get()).isFalse();
        assertThat(bench.status().get()).contains("BGR");
    }

    @Test
    void theFirstLookChoosesALayerAndItsStrongestUnit() {
        open();

        TileSheet maps = inspector.results().maps().get();
        assertThat(maps.tiles()).hasSameSizeAs(maps.strengths());
        assertThat(unit().target()).isEqualTo(new Target.Strongest(maps.layer(), maps.strongest()));
        assertThat(inspector.selection().unit().get()).isEqualTo(maps.strongest());
    }

    @Test
    void whatWasShownStaysWhenTheNextFileIsBroken(@TempDir Path folder) throws Exception {
        open();
        UnitSheet before = unit();
        Path broken = Files.writeString(folder.resolve("broken.onnx"), "no model");

        bench.opening().open(List.of(broken));

        assertThat(inspector.message().get().orElseThrow().text()).contains("broken.onnx");
        assertThat(unit().target()).isEqualTo(before.target());
        assertThat(inspector.choices().model().get()).contains(ModelSource.ofFile(squeezeNet()));

        bench.opening().open(List.of(SharedData.require("data/pictures/cat.jpg")));

        assertThat(inspector.message().get()).isEmpty();
        assertThat(inspector.results().seen().get().scores()).hasSize(5);
        assertThat(inspector.mapsStale().get()).isFalse();
    }

    @Test
    void aNetworkWithOtherLayersIsShownAtALayerOfItsOwn() {
        open();

        bench.opening().openModel("bundled");

        assertThat(inspector.message().get()).isEmpty();
        TileSheet maps = inspector.results().maps().get();
        assertThat(inspector.results().network().get().orElseThrow().has(maps.layer()))
                .isTrue();
        assertThat(unit().target()).isEqualTo(new Target.Strongest(maps.layer(), maps.strongest()));
    }

    @Test
    void whatOnlyTheNetworkBeforeHadIsLetGo() {
        open();
        bench.opening().openModel("bundled");

        inspector.choices().target().set(Optional.of(new Target.Strongest("fire5/concat", 3)));

        assertThat(inspector.busy().get()).isFalse();
        assertThat(inspector.unitStale().get()).isFalse();
        TileSheet maps = inspector.results().maps().get();
        assertThat(unit().target()).isEqualTo(new Target.Strongest(maps.layer(), maps.strongest()));
    }

    @Test
    void mapsAreWhatTheNetworkComputed() {
        open();

        inspector.selection().layer("fire5/concat");

        TileSheet maps = inspector.results().maps().get();
        Network network = Models.open(squeezeNet().toString());
        try (Activations run = network.forward(Picture.read(dog(), network).input(), Keep.everything())) {
            assertThat(maps.values()).contains(run.maps("fire5/concat", 0));
        }
    }

    @Test
    void aClickOnTheMapProjectsThatNeuron() {
        open();

        inspector.selection().neuron(3, 2);

        assertThat(unit().target()).isInstanceOf(Target.Neuron.class);
        assertThat(unit().projection().unit().window().y()).isEqualTo(3);
        assertThat(unit().projection().unit().window().x()).isEqualTo(2);
    }

    @Test
    void theFrozenUnitStaysWhileTheCursorMoves() {
        open();
        Target before = unit().target();
        inspector.selection().frozen().set(true);

        inspector.selection().choose(7);
        inspector.selection().layerBy(-1);

        assertThat(unit().target()).isEqualTo(before);
        assertThat(inspector.selection().unit().get()).isEqualTo(7);
    }

    @Test
    void rulesChangeTheProjection() {
        open();
        UnitSheet deconvnet = unit();

        inspector.choices().rule(ReluRule.GUIDED);

        assertThat(unit().projection().method().relu()).isEqualTo(ReluRule.GUIDED);
        assertThat(unit().projection().pixels())
                .isNotEqualTo(deconvnet.projection().pixels());
    }

    @Test
    void theBackwardSignalIsToBeLookedAtBelowTheUnitsLayer() {
        open();

        inspector.choices().kind().set(Catalogue.BACKWARD);
        assertThat(inspector.results().maps().get().note()).startsWith("Choose a layer below");

        inspector.selection().frozen().set(true);
        inspector.selection().layerBy(-1);
        assertThat(inspector.results().maps().get().values().orElseThrow().maxAbs())
                .isPositive();
    }

    @Test
    void filtersOfAReluAreThoseOfItsConvolution() {
        open();
        inspector.selection().layer("relu_conv1");

        inspector.choices().kind().set(Catalogue.FILTERS);

        TileSheet sheet = inspector.results().maps().get();
        assertThat(sheet.tiles()).hasSize(64);
        assertThat(sheet.tiles().get(0).picture().width()).isEqualTo(3);
    }

    @Test
    void theSameUnitIsShownInThePinnedPictureAndThroughShuffledWeights() {
        open();
        bench.pin(true);
        inspector.choices().control().set(true);

        bench.opening().open(List.of(SharedData.require("data/pictures/cat.jpg")));

        var comparison = inspector.results().comparison().get();
        assertThat(comparison.control()).isPresent();
        assertThat(comparison.pinned().orElseThrow().target()).isEqualTo(unit().target());
        assertThat(comparison.pinned().orElseThrow().seen()).isNotEqualTo(unit().seen());
    }

    @Test
    void theNextPictureOfTheFilmComesAroundToTheFirst() {
        Path cat = SharedData.require("data/pictures/cat.jpg");
        bench.opening().open(List.of(dog(), cat));

        bench.pictures().showBy(1);
        assertThat(inspector.choices().picture().get()).contains(cat);
        bench.pictures().showBy(1);
        assertThat(inspector.choices().picture().get()).contains(dog());
    }

    @Test
    void theNextSessionGoesOnWhereThisOneEnded(@TempDir Path folder) {
        open();
        inspector.selection().layer("fire5/concat");
        inspector.selection().choose(12);
        inspector.choices().rule(ReluRule.GRADIENT);
        Path file = folder.resolve("window.json");
        bench.session().save(file, bench.session().state(false, List.of(1.0, 2.0, 800.0, 600.0), List.of(0.2, 0.7)));

        try (Workbench next = new Workbench(new OnTheSpot())) {
            SavedState state = SavedState.read(file, e -> {});
            next.session().restore(state, new Welcome(Optional.empty(), WorkbenchTest::dog));

            assertThat(state.window()).containsExactly(1.0, 2.0, 800.0, 600.0);
            UnitSheet shown = next.inspector().results().unit().get().orElseThrow();
            assertThat(shown.target()).isEqualTo(new Target.Strongest("fire5/concat", 12));
            assertThat(shown.projection().method().relu()).isEqualTo(ReluRule.GRADIENT);
            assertThat(next.inspector().selection().unit().get()).isEqualTo(12);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"model\": [",
                "null",
                "",
                "{\"film\": [\"a\\u0000b\"]}",
                "{\"film\": [null]}",
                "{\"gain\": \"much\"}"
            })
    void aDamagedStateIsAFirstStartThatSaysSoOnce(String content, @TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("window.json"), content);
        Session session = bench.session();

        SavedState state = SavedState.read(file, session::sayLater);
        session.restore(state, new Welcome(Optional.empty(), WorkbenchTest::dog));

        assertThat(state).isEqualTo(SavedState.NONE);
        assertThat(inspector.results().seen().get().picture()).isPresent();
        assertThat(inspector.message().get().orElseThrow().text())
                .contains("window.json")
                .contains("cannot be read")
                .contains("kept as");
        assertThat(folder.resolve("window.json.broken")).hasContent(content);
        assertThat(file).doesNotExist();
    }

    @Test
    void memoryThatRunsOutIsOneClearSentenceWhereverItDoes() {
        open();

        bench.jobs().start("Export", ticket -> {
            throw new IllegalStateException("op failed", new OutOfMemoryError("Physical memory usage is too high"));
        });

        assertThat(inspector.message().get().orElseThrow().text()).startsWith("Not enough memory for this");
        inspector.selection().layerBy(-1);
        assertThat(inspector.busy().get()).isFalse();
    }

    @Test
    void randomWeightsAreSaidAndNoPercentagesAre() {
        bench.opening().openModel("zfnet");
        bench.opening().open(List.of(dog()));

        Prediction prediction = bench.prediction().get();
        assertThat(prediction.warning()).contains("random weights (seed 1)");
        assertThat(prediction.classes())
                .hasSize(5)
                .allMatch(score -> prediction.share(score).isEmpty());
        assertThat(bench.title().get()).isEqualTo("dog.jpg – zfnet, random weights (seed 1) – zfscope");
        assertThat(bench.status().get()).contains("random weights (seed 1)");

        bench.opening().openModel("bundled");

        Prediction learned = bench.prediction().get();
        assertThat(learned.warning()).isEmpty();
        assertThat(learned.classes())
                .allMatch(score -> learned.share(score).orElse("").endsWith(" %"));
        assertThat(bench.title().get()).doesNotContain("random");
    }

    @Test
    void menusSayWhichNetworksHaveRandomWeights() {
        assertThat(Models.names()).allSatisfy(name -> {
            boolean learned = name.equals("bundled");
            assertThat(Recent.title(name)).startsWith(name);
            assertThat(Recent.title(name).contains("random weights")).isEqualTo(!learned);
        });
        assertThat(Recent.title("/data/model.onnx")).isEqualTo("/data/model.onnx");
    }

    private void open() {
        bench.opening().open(List.of(dog(), squeezeNet()));
    }

    private UnitSheet unit() {
        return inspector.results().unit().get().orElseThrow();
    }

    private static Path dog() {
        return SharedData.require("data/pictures/dog.jpg");
    }

    private static Path squeezeNet() {
        return SharedData.require("golden/squeezenet-1.1/model.onnx");
    }
}
