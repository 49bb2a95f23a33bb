package org.zfscope.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zfscope.models.SharedData;
import org.zfscope.viz.Target;

/** Getting to a unit or class by its name, back again, and there another day. */
class NavigationTest {

    private final Workbench bench = new Workbench(new OnTheSpot());
    private final AddressLine line = bench.address();

    @BeforeEach
    void open() {
        bench.opening().open(List.of(SharedData.require("data/pictures/dog.jpg"), squeezeNet()));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static Path squeezeNet() {
        return SharedData.require("golden/squeezenet-1.1/model.onnx");
    }

    private boolean go(String typed) {
        line.text().set(typed);
        return line.go();
    }

    private String shown() {
        return bench.results().unit().get().orElseThrow().target().toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fire9/concat:317      | fire9/concat:317
            fire4/concat:5@3,7    | fire4/concat:5@3,7
            fire4/concat:5@map    | fire4/concat:5@map
            relu_conv1:9          | relu_conv1:9
            class:162             | class:162
            beagle                | class:162
            Beagle                | class:162
            class:beagle          | class:162
            """)
    void whatIsTypedIsFound(String typed, String target) {
        assertThat(go(typed)).isTrue();

        assertThat(shown()).isEqualTo(target);
        assertThat(line.text().get()).isEqualTo(target);
        assertThat(line.problem().get()).isEmpty();
        assertThat(bench.inspector().busy().get()).isFalse();
    }

    @Test
    void aLayerAloneKeepsTheNumberOfTheUnit() {
        go("fire9/concat:12");
        go("pool1");

        assertThat(shown()).isEqualTo("pool1:12");
        assertThat(bench.choices().layer().get()).contains("pool1");
        assertThat(bench.selection().unit().get()).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fire9/concat:512    | fire9/concat has units 0 to 511
            pool1:3@99,0        | pool1 has rows 0 to 55 and columns 0 to 55
            class:1000          | the classes have the numbers 0 to 999
            concat:3            | 8 layers
            beagel              | no layer or class is called beagel
            terrier             | classes match terrier
            fire77:1            | has no layer fire77
            """)
    void aMistakeIsSaidBelowTheLineAndNothingMoves(String typed, String said) {
        String before = shown();

        assertThat(go(typed)).isFalse();

        assertThat(line.problem().get()).contains(said);
        assertThat(line.text().get()).as("can be mended").isEqualTo(typed);
        assertThat(shown()).isEqualTo(before);
        line.back();
        assertThat(line.text().get()).isEqualTo(before);
        assertThat(line.problem().get()).isEmpty();
    }

    @Test
    void layersAndClassesAreSuggested() {
        line.text().set("pool");

        assertThat(line.suggestions())
                .extracting(Suggestion::address)
                .startsWith("pool1", "pool3", "pool5")
                .last()
                .asString()
                .startsWith("class:");
        line.go(line.suggestions().get(1));
        assertThat(shown()).startsWith("pool3:");
        assertThat(line.suggestions()).isEmpty();

        line.text().set("beag");
        assertThat(line.suggestions()).containsExactly(new Suggestion("class:162", "beagle"));
    }

    @Test
    void oneGoesBackAndForwardThroughUnitsPicturesAndNetworks() {
        String first = shown();
        go("pool1:3");
        bench.pictures().show(SharedData.require("data/pictures/cat.jpg"));
        bench.opening().open(List.of(SharedData.require("golden/zf-mini/model.onnx")));
        assertThat(bench.history().atLast().get()).isTrue();

        bench.history().back();
        assertThat(shown()).isEqualTo("pool1:3");
        assertThat(bench.results().seen().get().file().orElseThrow()).hasFileName("cat.jpg");
        bench.history().back();
        assertThat(bench.results().seen().get().file().orElseThrow()).hasFileName("dog.jpg");
        bench.history().back();
        assertThat(shown()).isEqualTo(first);
        assertThat(bench.history().atFirst().get()).isTrue();

        bench.history().forward();
        assertThat(shown()).isEqualTo("pool1:3");
        go("pool3:1");
        assertThat(bench.history().atLast().get()).as("another way from here").isTrue();
    }

    @Test
    void aBookmarkLeadsBackInAnotherSession(@TempDir Path folder) {
        go("fire9/concat:317");
        bench.bookmarks().add(" dogs' ears ");
        go("pool1:3");
        Path file = folder.resolve("window.json");
        bench.session().state(false, List.of(), List.of()).write(file);
        SavedState saved = SavedState.read(file, problem -> {
            throw problem;
        });
        try (Workbench other = new Workbench(new OnTheSpot())) {
            other.session().restore(saved, new Welcome(Optional.empty(), () -> folder));
            Bookmark mark = other.bookmarks().all().get(0);
            assertThat(mark.note()).isEqualTo("dogs' ears");
            assertThat(mark.where()).contains("fire9/concat:317", "dog.jpg", "model.onnx");

            other.bookmarks().go(mark);

            assertThat(other.choices().target().get()).contains(new Target.Strongest("fire9/concat", 317));
            other.bookmarks().remove(mark);
            assertThat(other.bookmarks().all()).isEmpty();
        }
    }

    @Test
    void aBookmarkOfAnotherModelFileSaysSo(@TempDir Path folder) throws Exception {
        Path model = Files.copy(SharedData.require("golden/zf-mini/model.onnx"), folder.resolve("net.onnx"));
        bench.opening().open(List.of(model));
        bench.bookmarks().add("");
        Files.write(model, Files.readAllBytes(squeezeNet()));
        String before = shown();

        bench.bookmarks().go(bench.bookmarks().all().get(0));

        assertThat(bench.inspector().message().get().orElseThrow().text()).contains("net.onnx is not the file");
        assertThat(shown()).isEqualTo(before);
    }

    @Test
    void theListCanShowMainLayersOnlyAndForgetsTheSearchWithTheModel() {
        Layers layers = bench.layers();
        layers.mainOnly().set(true);
        assertThat(layers.found())
                .extracting(LayerRow::kind)
                .containsOnly("relu", "max-pool", "concat", "global-average-pool");

        layers.search().set("fire9");
        layers.chooseFirst();
        assertThat(bench.choices().layer().get()).contains("fire9/relu_squeeze1x1");

        bench.opening().open(List.of(SharedData.require("golden/zf-mini/model.onnx")));
        assertThat(layers.search().get()).isEmpty();
        assertThat(layers.found()).isNotEmpty();
    }
}
