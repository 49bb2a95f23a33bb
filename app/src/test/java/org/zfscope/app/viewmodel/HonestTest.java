package org.zfscope.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.app.engine.Catalogue;
import org.zfscope.app.engine.ComparisonSheet;
import org.zfscope.app.engine.UnitSheet;
import org.zfscope.models.SharedData;
import org.zfscope.viz.Target;
import org.zfscope.viz.deconv.ReluRule;

/** What is shown says what it is, and nothing is offered that does nothing. */
class HonestTest {

    private final Workbench bench = new Workbench(new OnTheSpot());

    @AfterEach
    void close() {
        bench.close();
    }

    private void open(String model) {
        bench.opening().open(List.of(dog(), SharedData.require(model)));
    }

    private static Path dog() {
        return SharedData.require("data/pictures/dog.jpg");
    }

    private UnitSheet unit() {
        return bench.results().unit().get().orElseThrow();
    }

    private void go(String address) {
        bench.address().text().set(address);
        assertThat(bench.address().go()).as(address).isTrue();
    }

    private String words() {
        return UnitWords.of(unit(), bench.results());
    }

    @Test
    void choicesThatMakeNoDifferenceAreNotOffered() {
        open("golden/squeezenet-1.1/model.onnx");
        Applicable applies = bench.applicable();
        go("fire9/concat:3");
        assertThat(applies.rule().get()).isTrue();
        assertThat(applies.lrn().get()).as("SqueezeNet has none").isFalse();
        assertThat(applies.gates().get()).isFalse();
        assertThat(applies.wholeMap().get()).isTrue();
        assertThat(applies.scale().get()).isTrue();

        go("conv1:3");
        assertThat(applies.rule().get()).as("nothing but a convolution below").isFalse();
        go("class:3");
        assertThat(applies.rule().get()).isTrue();
        assertThat(applies.wholeMap().get()).isFalse();

        bench.choices().kind().set(Catalogue.PROJECTIONS);
        assertThat(applies.mapsGain().get()).isFalse();
        assertThat(applies.scale().get()).isTrue();
        bench.choices().kind().set(Catalogue.TOP_9);
        assertThat(applies.scale().get()).isFalse();
    }

    @Test
    void normalisationsBelowTheUnitCount() {
        open("golden/zf-mini/model.onnx");
        boolean any = bench.layers().all().stream().anyMatch(row -> row.kind().equals("local-response-norm"));
        bench.selection().layerBy(100);

        assertThat(any).isTrue();
        assertThat(bench.applicable().lrn().get()).isTrue();
    }

    @Test
    void aUnitThatIsSilentSaysSo() {
        open("golden/squeezenet-1.1/model.onnx");
        bench.selection().layer("fire9/concat");
        float[] strengths = bench.results().maps().get().strengths();
        int dead = 0;
        while (strengths[dead] > 0) {
            dead++;
        }
        bench.selection().choose(dead);

        assertThat(words()).startsWith("fire9/concat:" + dead + " did not fire on this picture");
        assertThat(UnitWords.isSilent(unit())).isTrue();
    }

    @Test
    void numbersComeWithRowColumnAndRule() {
        open("golden/squeezenet-1.1/model.onnx");
        go("fire4/concat:5@3,7");
        bench.choices().rule(ReluRule.GUIDED);
        assertThat(words())
                .matches(
                        "fire4/concat:5, row 3, column 7: activation [\\d.]+\nMap: 0 to [\\d.]+, mean [\\d.]+, [\\d.]+ % zero\n"
                                + "guided, seed activation, \\d+ ms");
        go("class:162");
        assertThat(words()).matches("(?s)Class 162, beagle: score [\\d.]+ before the softmax.*");
        bench.maps().hover(5, 5);
        assertThat(bench.maps().under().get()).matches(".+:\\d+(, row \\d+, column \\d+)?: .+");
        go("conv1:0");
        assertThat(bench.maps().under().get()).as("what is under the mouse now").startsWith("conv1:");
        bench.maps().leave();
        assertThat(bench.maps().under().get()).isEmpty();
    }

    @Test
    void whatIsComparedSaysWhatItBelongsTo() {
        open("golden/squeezenet-1.1/model.onnx");
        go("fire4/concat:5");
        bench.pin(true);
        bench.choices().control().set(true);
        bench.pictures().show(SharedData.require("data/pictures/cat.jpg"));

        ComparisonSheet sheet = bench.results().comparison().get();
        assertThat(sheet.pinnedWords()).isEqualTo("Pinned: fire4/concat:5, dog.jpg, model.onnx, deconvnet");
        assertThat(sheet.controlWords())
                .isEqualTo("Shuffled weights (seed 1): fire4/concat:5, cat.jpg, model.onnx, deconvnet");
    }

    @Test
    void aBrokenPictureKeepsItsCellAndTheFirstGoodOneIsShown(@TempDir Path folder) throws Exception {
        Path broken = Files.write(folder.resolve("a.jpg"), Arrays.copyOf(Files.readAllBytes(dog()), 300));
        Path good = Files.copy(dog(), folder.resolve("b.jpg"));
        Path other = Files.copy(dog(), folder.resolve("c.jpg"));

        bench.opening().open(List.of(broken, good, other));

        assertThat(bench.results().seen().get().file()).contains(good);
        assertThat(bench.choices().picture().get()).contains(good);
        assertThat(bench.pictures().all()).contains(broken, good, other);
        assertThat(bench.pictures().thumbnail(broken).get().problem()).contains("a.jpg");
        assertThat(bench.pictures().thumbnail(good).get().isBroken()).isFalse();

        bench.pictures().show(broken);
        assertThat(bench.inspector().message().get().orElseThrow().text()).contains("a.jpg");
        assertThat(bench.choices().picture().get())
                .as("what is shown is what is chosen")
                .contains(good);
    }

    @Test
    void anExplicitWayLetsGoOfTheHeldUnit() {
        open("golden/squeezenet-1.1/model.onnx");
        bench.selection().frozen().set(true);

        go("pool1:3");

        assertThat(bench.selection().frozen().get()).isFalse();
        assertThat(bench.choices().target().get()).contains(new Target.Strongest("pool1", 3));
    }
}
