package org.zfscope.viz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zfscope.viz.Near.assertNear;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.io.InputException;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.Method;
import org.zfscope.viz.Picture;
import org.zfscope.viz.Projection;
import org.zfscope.viz.Projector;
import org.zfscope.viz.ReceptiveField;
import org.zfscope.viz.Target;

class HitProjectionsTest {

    private static final String LAYER = "relu2";
    private static final List<Integer> UNITS = List.of(4, 0, 9);

    private final Network network = TinyWorld.network();
    private final Dataset pictures;
    private final LayerTops tops;

    HitProjectionsTest(@TempDir Path folder) {
        pictures = TinyWorld.pictures(folder, 20);
        Tops all = new TopActivations(network, new TopActivations.Options(List.of(LAYER), 5, Rank.MAX))
                .scan(pictures, (done, total, soFar) -> {});
        tops = Objects.requireNonNull(all.layers().get(LAYER));
    }

    private List<List<HitProjection>> see(Rank rank, Progress progress) {
        try (HitProjections projections = new HitProjections(network, pictures, rank, Method.DECONVNET)) {
            return projections.see(LAYER, tops, UNITS, progress);
        }
    }

    @Test
    void hitsComeInTheOrderOfTheUnitsAndOfTheirHits() {
        List<List<HitProjection>> seen = see(Rank.MAX, Progress.SILENT);

        assertThat(seen).hasSize(UNITS.size());
        for (int i = 0; i < UNITS.size(); i++) {
            assertThat(seen.get(i)).extracting(HitProjection::hit).isEqualTo(tops.hits(UNITS.get(i)));
        }
    }

    @Test
    void eachIsWhatProjectingItsNeuronAloneGives() {
        HitProjection second = see(Rank.MAX, Progress.SILENT).get(0).get(1);

        Picture picture = Picture.read(pictures.file(second.hit().picture()), network);
        try (Activations run = network.forward(picture.input(), Keep.everything());
                Projector projector = new Projector(network, Method.DECONVNET)) {
            Target neuron = new Target.Neuron(
                    LAYER, UNITS.get(0), second.hit().y(), second.hit().x());
            Projection alone = projector.project(run, neuron);
            Window field = ReceptiveField.shown(network, LAYER, alone.unit().window());
            assertThat(second.field()).isEqualTo(field);
            assertNear(second.projection(), alone.crop(field));
            assertThat(second.inside()).isEqualTo(field.clip(network.input()));
            assertThat(second.seen().pixels())
                    .isEqualTo(network.preprocessing()
                            .picture(picture.input())
                            .crop(second.inside())
                            .pixels());
        }
    }

    @Test
    void valuesAreRecomputedByTheRankOfTheIndex() {
        assertThat(see(Rank.MAX, Progress.SILENT).get(0)).allMatch(HitProjection::agrees);
        assertThat(see(Rank.SUM, Progress.SILENT).get(0)).noneMatch(HitProjection::agrees);
    }

    @Test
    void everyPictureRunsOnceForAllItsUnits() {
        List<Long> done = new ArrayList<>();
        Set<Long> totals = new HashSet<>();

        see(Rank.MAX, (now, total) -> {
            done.add(now);
            totals.add(total);
        });

        long distinct = UNITS.stream()
                .flatMap(unit -> tops.hits(unit).stream())
                .map(Hit::picture)
                .distinct()
                .count();
        assertThat(totals).containsOnly(distinct);
        assertThat(done).isSorted().startsWith(0L).endsWith(distinct);
    }

    @Test
    void aPictureThatIsGoneIsNamed() throws Exception {
        Path gone = pictures.file(tops.hits(4).get(0).picture());
        Files.delete(gone);

        assertThatThrownBy(() -> see(Rank.MAX, Progress.SILENT))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(gone.getFileName().toString());
    }
}
