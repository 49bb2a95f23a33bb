package org.zfscope.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.zfscope.models.Network;
import org.zfscope.models.SharedData;
import org.zfscope.models.open.Models;

/** The network drawn: modules, what goes from one to the next, and where they lie. */
class LayerGraphTest {

    private static List<String> labels(Set<String> flipped, String... names) {
        return Modules.of(List.of(names), flipped).stream()
                .map(box -> box.kind().name().charAt(0) + " " + box.label())
                .toList();
    }

    @Test
    void neighboursThatAreCalledAlikeAreOneModule() {
        assertThat(labels(Set.of(), "conv1", "fire2/a", "fire2/b", "fire3/a", "fire3/b", "fire3/c", "pool"))
                .containsExactly("L conv1", "M fire2", "M fire3", "L pool");
        assertThat(labels(Set.of("fire2/#1"), "conv1", "fire2/a", "fire2/b", "fire3/a", "fire3/b", "pool"))
                .containsExactly("L conv1", "O fire2", "L a", "L b", "M fire3", "L pool");
    }

    @Test
    void aModuleOfMostLayersIsOpenAndOneWithinAnotherIsFound() {
        assertThat(labels(Set.of(), "/net/a.0/x", "/net/a.0/y", "/net/a.1/x", "/net/a.1/y", "/fc"))
                .containsExactly("O net/a", "M 0", "M 1", "L fc");
    }

    @Test
    void aModuleThatIsLeftAndComeBackToIsTwo() {
        assertThat(labels(Set.of(), "a/x", "a/y", "b", "a/z", "a/w", "c", "d", "e", "f"))
                .containsExactly("M a", "L b", "M a", "L c", "L d", "L e", "L f");
    }

    @Test
    void branchesLieSideBySideAndMeetAgain() {
        try (Network net = Models.open(
                SharedData.require("golden/squeezenet-1.1/model.onnx").toString())) {
            Set<String> open = Set.of("fire2/#3");
            LayerGraph graph = LayerGraph.of(net, open);
            GraphLayout layout = new GraphLayout(graph);
            int one = at(graph, "fire2/expand1x1");
            int three = at(graph, "fire2/expand3x3");
            int both = at(graph, "fire2/concat");

            assertThat(graph.boxes())
                    .extracting(GraphBox::label)
                    .contains("fire3", "fire9")
                    .doesNotContain("fire2/");
            assertThat(layout.box(one).y()).isEqualTo(layout.box(three).y());
            assertThat(Math.abs(layout.box(one).x() - layout.box(three).x())).isGreaterThanOrEqualTo(0.99);
            assertThat(layout.box(both).y()).isGreaterThan(layout.box(one).y());
            assertThat(graph.edges())
                    .as("the module's input goes in where it begins")
                    .contains(new LayerGraph.Edge(at(graph, "fire2/#3"), at(graph, "fire2/squeeze1x1")))
                    .contains(new LayerGraph.Edge(at(graph, "pool1"), at(graph, "fire2/#3")));
        }
    }

    private static int at(LayerGraph graph, String id) {
        return graph.boxes().stream().map(GraphBox::id).toList().indexOf(id);
    }

    @Property(tries = 200)
    void everyLayerIsInABoxAndBoxesKeepTheOrder(
            @ForAll @Size(min = 1, max = 30) List<@net.jqwik.api.constraints.IntRange(min = 0, max = 26) Integer> kinds,
            @ForAll boolean flip) {
        List<String> names = IntStream.range(0, kinds.size())
                .mapToObj(i -> "abc".charAt(kinds.get(i) / 9) + "/" + "xyz".charAt(kinds.get(i) / 3 % 3) + "." + i)
                .toList();
        Set<String> flipped = new HashSet<>();
        if (flip) {
            Modules.of(names, Set.of()).forEach(box -> flipped.add(box.id()));
        }
        List<GraphBox> boxes = Modules.of(names, flipped);

        int next = 0;
        for (GraphBox box : boxes) {
            assertThat(box.from()).isEqualTo(next);
            next = box.kind() == GraphBox.Kind.OPEN_MODULE ? box.from() : box.to();
        }
        assertThat(next).isEqualTo(names.size());
    }
}
