package org.zfscope.viz.exhibit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zfscope.viz.Near.assertNear;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.Method;
import org.zfscope.viz.Projection;
import org.zfscope.viz.Target;
import org.zfscope.viz.analysis.Dataset;
import org.zfscope.viz.analysis.Strengths;
import org.zfscope.viz.analysis.TinyWorld;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Provenance;
import org.zfscope.viz.render.Scale;
import org.zfscope.viz.render.Tile;

/** What all front ends rely on: an exhibit is a key, and its tiles, numbers, words and command belong together. */
class ExhibitsTest {

    private static final ModelSource MODEL = ModelSource.ofArchitecture("tiny");

    private final Network network = TinyWorld.network();
    private final Lab lab = new Lab(source -> network.shared(), Lab.Capacity.ONE);
    private final Path picture;
    private final Subject subject;

    ExhibitsTest(@TempDir Path folder) {
        Dataset pictures = TinyWorld.pictures(folder, 2);
        picture = pictures.file(pictures.items().get(0));
        subject = Subject.of(MODEL, picture);
    }

    @AfterEach
    void close() {
        lab.close();
        network.close();
    }

    private FeatureMaps maps(String layer) {
        return new FeatureMaps(subject, layer, Contrast.featureMaps());
    }

    /** Keeps what it sees. */
    private static final class Notes implements Audience {
        private final List<TileSheet> seen = new ArrayList<>();

        @Override
        public void see(TileSheet soFar) {
            seen.add(soFar);
        }

        @Override
        public Set<Integer> inView() {
            return Set.of();
        }

        @Override
        public void report(long done, long total) {}
    }

    @Test
    void equalQuestionsAreOneKey() {
        assertThat(maps("relu1")).isEqualTo(maps("relu1")).hasSameHashCodeAs(maps("relu1"));
        assertThat(maps("relu1")).isNotEqualTo(maps("relu2"));
        assertThat(maps("relu1"))
                .isNotEqualTo(
                        new FeatureMaps(new Subject(MODEL, Optional.of(picture), 1), "relu1", Contrast.featureMaps()));
        assertThat(maps("relu1").tiles(lab, new Notes()).answers(maps("relu1"))).isTrue();
        assertThat(maps("relu1").tiles(lab, new Notes()).answers(maps("relu2"))).isFalse();
    }

    @Test
    void mapsAreTilesNumbersAndACommandOfTheSame() {
        TileSheet sheet = maps("relu1").tiles(lab, new Notes());
        Numbers numbers = maps("relu1").answer(lab, Progress.SILENT).numbers().orElseThrow();

        assertThat(sheet.values()).contains(numbers.arrays().get(0));
        assertThat(sheet.tiles()).hasSize(6);
        assertThat(sheet.strengths()).hasSize(6);
        assertThat(sheet.isComplete()).isTrue();
        assertThat(maps("relu1").command(network, "m.png").orElseThrow().words())
                .containsExactly(
                        "maps",
                        "tiny",
                        picture.toString(),
                        "--layer",
                        "relu1",
                        "--contrast",
                        "layer",
                        "--gain",
                        "1",
                        "-o",
                        "m.png");
    }

    @Test
    void projectionsOfALayerComeInPartsAndShareAScaleInTheEnd() {
        Notes notes = new Notes();
        LayerProjections own = new LayerProjections(subject, "fc3", Method.DECONVNET, Contrast.projections());
        LayerProjections shared = new LayerProjections(
                subject, "fc3", Method.DECONVNET, Contrast.projections().withScale(Scale.Shared.LAYER));

        TileSheet all = shared.tiles(lab, notes);

        assertThat(notes.seen).extracting(TileSheet::left).containsExactly(17, 1, 0);
        assertThat(notes.seen).extracting(TileSheet::done).containsExactly(16, 32, 33);
        assertThat(pixels(notes.seen.get(2))).isEqualTo(pixels(own.tiles(lab, new Notes())));
        assertThat(pixels(all)).isNotEqualTo(pixels(notes.seen.get(2)));
    }

    private static List<List<Integer>> pixels(TileSheet sheet) {
        return sheet.tiles().stream()
                .map(Tile::picture)
                .map(p -> Arrays.stream(p.pixels()).boxed().toList())
                .toList();
    }

    @Test
    void unitsOfALayerAreTheSameByTheirNamesAndAtOnce() {
        UnitProjections every =
                new UnitProjections(subject, List.of("relu1:*"), Method.DECONVNET, Contrast.projections());
        UnitProjections named =
                new UnitProjections(subject, List.of("relu1:0", "relu1:1"), Method.DECONVNET, Contrast.projections());

        List<Projection> all = every.answer(lab, Progress.SILENT).projections();
        List<Projection> two = named.answer(lab, Progress.SILENT).projections();

        assertThat(all).hasSize(6);
        assertNear(two.get(1).pixels(), all.get(1).pixels());
        assertThat(every.answer(lab, Progress.SILENT).numbers().orElseThrow().stacked())
                .isTrue();
    }

    @Test
    void aUnitIsAsLargeAsTheInputAndSaysHowItWasMade() {
        UnitProjections one = UnitProjections.of(
                subject,
                Target.parse("relu2:3@1,2"),
                Method.of(ReluRule.GRADIENT),
                Contrast.projections().withGain(2));

        UnitProjections.Result answer = one.answer(lab, Progress.SILENT);

        assertThat(answer.plain().width()).isEqualTo(12);
        assertThat(answer.numbers().orElseThrow().stacked()).isFalse();
        assertThat(answer.json()).asString().contains("unit=relu2:3").contains("position=[1, 2]");
        assertThat(answer.text()).startsWith("relu2:3@1,2");
        assertThat(one.command(network, "u.png").orElseThrow().text())
                .contains("--unit relu2:3@1,2 --rule gradient --gain 2 -o u.png")
                .doesNotContain("--lrn")
                .doesNotContain("--seed");
        Map<String, String> made = one.describe(Provenance.of("test")).entries();
        assertThat(made).containsEntry("unit", "relu2:3@1,2").containsEntry("lrn", "gradient");
    }

    @Test
    void whatIsNoAddressIsRefusedBeforeAnythingRuns() {
        assertThatThrownBy(
                        () -> new UnitProjections(subject, List.of("relu1"), Method.DECONVNET, Contrast.projections()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("relu1 is not an address");
    }

    @Test
    void filtersOfAReluAreThoseOfItsConvolutionAlsoInTheCommand() {
        Filters filters = new Filters(subject.alone(), "relu1", Contrast.weights(), Filters.STYLE);

        TileSheet sheet = filters.tiles(lab, new Notes());

        assertThat(sheet.tiles()).hasSize(6);
        assertThat(sheet.note()).isEqualTo("Filters of conv1");
        assertThat(filters.command(network, "f.png").orElseThrow().text()).contains("--layer conv1");
        Filters none = new Filters(subject.alone(), "prob", Contrast.weights(), Filters.STYLE);
        assertThat(none.tiles(lab, new Notes()).note()).contains("Neither prob nor what lies below it");
        assertThat(none.command(network, "f.png")).isEmpty();
        assertThatThrownBy(() -> none.answer(lab, Progress.SILENT))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("prob is a softmax");
    }

    @Test
    void theSignalOfAUnitAtItsOwnLayerIsItsSeed() {
        BackwardSignal signal = new BackwardSignal(
                subject, "relu2", new Target.Strongest("relu2", 3), Method.DECONVNET, Contrast.projections());

        Tensor seed = signal.answer(lab, Progress.SILENT)
                .numbers()
                .orElseThrow()
                .arrays()
                .get(0);

        float[] strengths = Strengths.ofMaps(
                lab.run(subject, Keep.everything()).activations().maps("relu2", 0));
        assertThat(seed.maxAbs()).isEqualTo(strengths[3]);
        assertThat(signal.tiles(lab, new Notes()).note()).contains("below");
        BackwardSignal above = new BackwardSignal(
                subject, "fc3", new Target.Strongest("relu2", 3), Method.DECONVNET, Contrast.projections());
        assertThat(above.tiles(lab, new Notes()).note()).contains("does not pass layer fc3");
    }

    @Test
    void aHistogramHasATileAUnitAndCountsEveryValueOnce() {
        ActivationHistogram histogram = new ActivationHistogram(subject, "relu1", 16, Scale.Shared.TILE);

        ActivationHistogram.Result result = histogram.answer(lab, Progress.SILENT);
        TileSheet sheet = histogram.tiles(lab, new Notes());

        assertThat(sheet.tiles()).hasSize(6);
        assertThat(sheet.strengths())
                .isEqualTo(maps("relu1").tiles(lab, new Notes()).strengths());
        assertThat(result.all().zeros() + result.all().others()).isEqualTo(6 * 12 * 12);
        assertThat(result.numbers().orElseThrow().arrays().get(0).shape().toString())
                .isEqualTo("6 x 1 x 16");
        assertThat(histogram.command(network, "h.png").orElseThrow().text())
                .endsWith("--layer relu1 --bins 16 -o h.png");
        assertThat(sheet.note()).endsWith("% zero");
    }

    @Test
    void anOpenQuestionSaysWhatIsToBeDone() {
        OpenQuestion open = new OpenQuestion(subject, "relu1", "Choose a unit first");

        assertThat(open.tiles(lab, new Notes()).note()).isEqualTo("Choose a unit first");
        assertThatThrownBy(() -> open.answer(lab, Progress.SILENT)).hasMessage("Choose a unit first");
    }

    @Test
    void aLabKeepsWhatItWasAskedForLast() {
        PictureRun run = lab.run(subject, Keep.everything());

        assertThat(lab.run(subject, Keep.everything())).isSameAs(run);
        assertThat(lab.projector(network, Method.DECONVNET)).isSameAs(lab.projector(network, Method.DECONVNET));
        assertThat(lab.run(subject, Keep.only("relu1"))).isNotSameAs(run);
    }
}
