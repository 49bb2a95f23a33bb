package org.zfscope.viz.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zfscope.models.Network;
import org.zfscope.models.SharedData;
import org.zfscope.models.open.Bundled;
import org.zfscope.models.open.Models;

class TopActivationsTest {

    private static final TopActivations.Listener NOBODY = (done, total, soFar) -> {};

    private final Path folder;

    TopActivationsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @EnumSource
    void findsWhatSortingEverythingFinds(Rank rank) {
        Network network = TinyWorld.network();
        Dataset dataset = TinyWorld.pictures(folder, 61);
        List<String> layers = List.of("relu1", "conv2", "relu3", "fc4");
        TopActivations.Options options = new TopActivations.Options(layers, 9, rank);

        Tops found = new TopActivations(network, options).scan(dataset, NOBODY);

        assertThat(hits(found)).isEqualTo(BruteForce.hits(network, options, dataset));
        assertThat(found.done()).isEqualTo(61);
    }

    @Test
    void findsWhatSortingEverythingFindsInSqueezeNet() {
        Path model = SharedData.require("golden/squeezenet-1.1/model.onnx");
        assertFindsWhatSortingEverythingFinds(
                Models.open(model.toString()), SharedData.require("data/imagenet-samples"));
    }

    @Test
    void findsWhatSortingEverythingFindsInTheBundledNetwork() {
        assertFindsWhatSortingEverythingFinds(Bundled.load(), SharedData.require("data/imagenette-160/val"));
    }

    private static void assertFindsWhatSortingEverythingFinds(Network network, Path pictures) {
        Dataset all = Dataset.folder(pictures);
        Dataset dataset = new Dataset(all.root(), all.items().subList(0, 300));
        TopActivations.Options options = new TopActivations.Options(TopActivations.usualLayers(network), 9, Rank.MAX);

        Tops found = new TopActivations(network, options).scan(dataset, NOBODY);

        assertThat(hits(found)).isEqualTo(BruteForce.hits(network, options, dataset));
    }

    @Test
    void neitherThreadsNorOrderMatter() {
        Dataset dataset = TinyWorld.pictures(folder, 40);
        List<Dataset.Item> backwards = new ArrayList<>(dataset.items());
        Collections.reverse(backwards);
        TopActivations scan = new TopActivations(TinyWorld.network(), options());

        Tops one = with(1, () -> scan.scan(dataset, NOBODY));
        Tops three = with(3, () -> scan.scan(new Dataset(folder, backwards), NOBODY));

        assertThat(hits(three)).isEqualTo(hits(one));
    }

    /** Work begun in a pool uses the threads of that pool. */
    private static Tops with(int threads, Callable<Tops> scan) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(scan).join();
        } finally {
            pool.shutdown();
        }
    }

    /** What {@link TopActivations} relies on: docs/decisions/0010. */
    @Test
    void aPicturesPlaceInTheBatchDoesNotMatter() {
        Dataset dataset = TinyWorld.pictures(folder, 21);
        Network network = TinyWorld.network();
        Tops whole = new TopActivations(network, options()).scan(dataset, NOBODY);

        for (int shift = 1; shift < TopActivations.BATCH; shift++) {
            TopActivations scan = new TopActivations(network, options());
            Tops first = scan.scan(new Dataset(folder, dataset.items().subList(0, shift)), NOBODY);
            Tops rest = scan.scan(new Dataset(folder, dataset.items().subList(shift, 21)), NOBODY);
            Map<String, List<List<Hit>>> merged = new LinkedHashMap<>();
            first.layers()
                    .forEach((name, tops) -> merged.put(
                            name,
                            all(tops.merge(java.util.Objects.requireNonNull(
                                    rest.layers().get(name))))));
            assertThat(merged).isEqualTo(hits(whole));
        }
    }

    @Test
    void whatCannotBeReadIsSkippedAndListed() throws IOException {
        TinyWorld.pictures(folder, 8);
        Files.writeString(folder.resolve("broken.jpg"), "this is text");
        Files.writeString(folder.resolve("notes.txt"), "this is no picture");

        Tops found = new TopActivations(TinyWorld.network(), options()).scan(Dataset.folder(folder), NOBODY);

        assertThat(found.done()).isEqualTo(9);
        assertThat(found.skipped()).extracting(Tops.Skipped::path).containsExactly("broken.jpg");
        assertThat(hits(found).get("fc4")).hasSize(5).allSatisfy(hits -> assertThat(hits)
                .hasSize(5));
    }

    private static TopActivations.Options options() {
        return new TopActivations.Options(List.of("relu1", "relu3", "fc4"), 5, Rank.MAX);
    }

    private static Map<String, List<List<Hit>>> hits(Tops tops) {
        Map<String, List<List<Hit>>> all = new LinkedHashMap<>();
        tops.layers().forEach((name, layer) -> all.put(name, all(layer)));
        return all;
    }

    private static List<List<Hit>> all(LayerTops layer) {
        List<List<Hit>> units = new ArrayList<>();
        for (int unit = 0; unit < layer.units(); unit++) {
            units.add(layer.hits(unit));
        }
        return units;
    }
}
