package org.zfscope.viz.index;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.zfscope.models.io.InputException;
import org.zfscope.viz.analysis.Dataset;
import org.zfscope.viz.analysis.LayerTops;
import org.zfscope.viz.analysis.PackedPictures;
import org.zfscope.viz.analysis.Tops;

/** Indexes of parts become one, part by part: what is held is what was found so far and the names of the pictures. */
final class Merging {

    private final List<TopIndex> first = new ArrayList<>(1);
    private final List<PackedPictures> pictures = new ArrayList<>();
    private final List<Tops.Skipped> skipped = new ArrayList<>();
    private Map<String, LayerTops> layers = Map.of();

    void add(TopIndex part) {
        if (!part.complete()) {
            throw new InputException(say(
                    "viz.merging.part-complete-finish-resume",
                    part.tops().done(),
                    part.dataset().items().size()));
        }
        if (first.isEmpty()) {
            first.add(new TopIndex(part.identity(), new Dataset(part.dataset().root(), List.of()), part.tops()));
            layers = part.tops().layers();
        } else {
            checkAlike(first.get(0), part);
            layers = merged(layers, part);
        }
        pictures.add(part.dataset().packed());
        skipped.addAll(part.tops().skipped());
    }

    private static void checkAlike(TopIndex first, TopIndex part) {
        String difference = first.identity().difference(part.identity());
        if (!difference.isEmpty()) {
            throw new InputException(say("viz.merging.parts-one-index-must", difference));
        }
        Path root = first.dataset().root();
        if (!root.equals(part.dataset().root())) {
            throw new InputException(say(
                    "viz.merging.parts-one-index-must-have",
                    root,
                    part.dataset().root()));
        }
    }

    private static Map<String, LayerTops> merged(Map<String, LayerTops> layers, TopIndex part) {
        Map<String, LayerTops> both = new LinkedHashMap<>();
        layers.forEach((name, found) -> both.put(name, found.merge(part.layer(name))));
        return both;
    }

    /** What one scan of all would have given. */
    TopIndex whole() {
        TopIndex some = first.get(0);
        PackedPictures all = inOrder();
        skipped.sort(Comparator.comparing(Tops.Skipped::path));
        return new TopIndex(
                some.identity(),
                new Dataset(some.dataset().root(), all),
                new Tops(all.size(), List.copyOf(skipped), layers));
    }

    private PackedPictures inOrder() {
        PriorityQueue<Front> fronts = new PriorityQueue<>(Comparator.comparing(Front::picture));
        pictures.forEach(list -> advance(list.iterator(), fronts));
        PackedPictures.Packer packer = new PackedPictures.Packer();
        while (!fronts.isEmpty()) {
            Front least = fronts.remove();
            if (!fronts.isEmpty() && least.picture.compareTo(fronts.element().picture) == 0) {
                throw new InputException(say("viz.merging.parts-one-index-must-overlap", least.picture.path()));
            }
            packer.add(least.picture);
            advance(least.rest, fronts);
        }
        return packer.packed();
    }

    private static void advance(Iterator<Dataset.Item> part, PriorityQueue<Front> fronts) {
        if (part.hasNext()) {
            fronts.add(new Front(part.next(), part));
        }
    }

    /** Where a part's list is. */
    private record Front(Dataset.Item picture, Iterator<Dataset.Item> rest) {}
}
