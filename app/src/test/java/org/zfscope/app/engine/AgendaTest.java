package org.zfscope.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zfscope.models.load.ModelSource;
import org.zfscope.viz.Method;
import org.zfscope.viz.Target;
import org.zfscope.viz.analysis.Dataset;
import org.zfscope.viz.analysis.Rank;
import org.zfscope.viz.analysis.Tops;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.exhibit.IndexFile;
import org.zfscope.viz.exhibit.LayerExhibit;
import org.zfscope.viz.exhibit.StrongestPictures.Side;
import org.zfscope.viz.exhibit.TileSheet;
import org.zfscope.viz.index.Identity;
import org.zfscope.viz.index.TopIndex;
import org.zfscope.viz.render.Scale;

/** Which panes a change of choices leaves as they are. */
class AgendaTest {

    private static final Target UNIT = new Target.Strongest("relu1", 3);

    private Request request(int reading, Catalogue kind, Method method, double gain, Optional<IndexFile> index) {
        return new Request(
                reading,
                Optional.of(ModelSource.ofArchitecture("bundled")),
                Optional.of(Path.of("dog.jpg")),
                Optional.of("relu1"),
                Optional.of(UNIT),
                kind,
                method,
                Scale.Shared.TILE,
                1,
                gain,
                Optional.empty(),
                false,
                index,
                Side.PATCHES,
                Set.of());
    }

    private Request request(Catalogue kind) {
        return request(0, kind, Method.DECONVNET, 1, Optional.empty());
    }

    private static TileSheet tiles(Request request, int left) {
        LayerExhibit question = request.ofLayer().orElseThrow().ofTiles();
        return new TileSheet(question, List.of(), new float[left], Optional.empty(), "", left);
    }

    private static IndexFile index() {
        Identity identity = new Identity("m", "bundled", "p", "i", List.of("relu1"), 9, Rank.MAX, "nd4j");
        Dataset none = new Dataset(Path.of("pictures"), List.of());
        return new IndexFile(Path.of("index.json"), new TopIndex(identity, none, new Tops(0, List.of(), Map.of())));
    }

    @Test
    void everythingIsMissingAtFirstAndATileSheetThatIsNotCompleteStaysSo() {
        Request now = request(Catalogue.MAPS);
        Agenda agenda = new Agenda(now);

        assertThat(agenda.missing(List.of()))
                .isEqualTo(Set.of(
                        NetworkSheet.class,
                        PictureSheet.class,
                        TileSheet.class,
                        UnitSheet.class,
                        ComparisonSheet.class));
        assertThat(agenda.missing(List.of(tiles(now, 1)))).contains(TileSheet.class);
        assertThat(agenda.missing(List.of(tiles(now, 0)))).doesNotContain(TileSheet.class);
        assertThat(agenda.wants(tiles(now, 1))).isTrue();
    }

    @Test
    void theMethodConcernsTilesOnlyWhereTheyShowIt() {
        for (Catalogue kind : List.of(Catalogue.MAPS, Catalogue.FILTERS)) {
            TileSheet before = tiles(request(kind), 0);
            Request guided = request(0, kind, Method.of(ReluRule.GUIDED), 2, Optional.empty());
            assertThat(new Agenda(guided).wants(before)).as("%s", kind).isTrue();
        }
        for (Catalogue kind : List.of(Catalogue.PROJECTIONS, Catalogue.BACKWARD)) {
            TileSheet before = tiles(request(kind), 0);
            Request guided = request(0, kind, Method.of(ReluRule.GUIDED), 1, Optional.empty());
            assertThat(new Agenda(guided).wants(before)).as("%s", kind).isFalse();
        }
        IndexFile index = index();
        TileSheet patches = tiles(request(0, Catalogue.TOP_9, Method.DECONVNET, 1, Optional.of(index)), 0);
        assertThat(new Agenda(request(0, Catalogue.TOP_9, Method.of(ReluRule.GUIDED), 2, Optional.of(index)))
                        .wants(patches))
                .isTrue();
    }

    @Test
    void whatIsOpenedAgainIsMadeAgain() {
        TileSheet before = tiles(request(Catalogue.MAPS), 0);

        Agenda again = new Agenda(request(1, Catalogue.MAPS, Method.DECONVNET, 1, Optional.empty()));

        assertThat(again.wants(before)).isFalse();
        assertThat(again.isStale(before)).isTrue();
    }

    @Test
    void strongestPicturesThatAreReplacedOneByOneAreNotStale() {
        TileSheet before = tiles(request(0, Catalogue.TOP_9, Method.DECONVNET, 1, Optional.of(index())), 0);

        Agenda grown = new Agenda(request(0, Catalogue.TOP_9, Method.DECONVNET, 1, Optional.of(index())));

        assertThat(grown.wants(before)).isFalse();
        assertThat(grown.isStale(before)).isFalse();
        assertThat(new Agenda(request(Catalogue.MAPS)).isStale(before)).isTrue();
    }

    @Test
    void everyKeyShowsOneExhibitAndSavedNamesStayAsTheyWere() {
        Set<String> keys = new HashSet<>();
        for (Catalogue kind : Catalogue.values()) {
            kind.key().ifPresent(key -> assertThat(keys.add(key)).as(key).isTrue());
        }
        assertThat(Catalogue.values())
                .extracting(Enum::name)
                .contains("MAPS", "PROJECTIONS", "FILTERS", "BACKWARD", "TOP_9");
    }
}
