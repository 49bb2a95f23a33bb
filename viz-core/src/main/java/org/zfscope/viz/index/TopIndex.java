package org.zfscope.viz.index;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zfscope.models.Network;
import org.zfscope.models.io.AtomicFile;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.ModelSource;
import org.zfscope.viz.analysis.Dataset;
import org.zfscope.viz.analysis.Hit;
import org.zfscope.viz.analysis.LayerTops;
import org.zfscope.viz.analysis.Tops;

/** The strongest pictures of every map, with the model and the pictures that they were found with. */
public record TopIndex(Identity identity, Dataset dataset, Tops tops) {

    /**
     * Reads an index.
     *
     * @throws InputException if the file is none, or is damaged
     */
    public static TopIndex read(Path file) {
        return IndexJson.read(file);
    }

    /** Writes it whole or not at all; the same index gives the same bytes. docs/index.md describes the format. */
    public void write(Path file) {
        AtomicFile.write(file, out -> IndexJson.write(this, out));
    }

    /** In words why it does not tell of this network, opened from a file or by that name; empty if it does. */
    public String misfit(Network network, ModelSource model) {
        String difference = identity.differentMeaning(Identity.of(network, model, identity.options()));
        return difference.isEmpty() ? "" : say("viz.top-index.made", difference);
    }

    /** The same, with its pictures in another folder: the user has moved them. */
    public TopIndex movedTo(Path root) {
        return new TopIndex(identity, new Dataset(root, dataset.items()), tops);
    }

    /** How many pictures were looked at: those that could not be read do not count. */
    public long pictures() {
        return tops.done() - (long) tops.skipped().size();
    }

    /** Whether all pictures were scanned. */
    public boolean complete() {
        return tops.done() == dataset.items().size();
    }

    /**
     * A layer's hits.
     *
     * @throws InputException if the index has no such layer
     */
    public LayerTops layer(String name) {
        LayerTops layer = tops.layers().get(name);
        if (layer == null) {
            throw new InputException(say(
                    "viz.top-index.index-has-layer-layers",
                    name,
                    String.join(", ", tops.layers().keySet())));
        }
        return layer;
    }

    /** A unit's hits, strongest first. */
    public List<Hit> hits(String layer, int unit) {
        LayerTops tops = layer(layer);
        if (unit < 0 || unit >= tops.units()) {
            throw new InputException(say("viz.top-index.layer-has-unit-units", layer, unit, tops.units() - 1));
        }
        return tops.hits(unit);
    }

    /**
     * The index of all pictures from indexes of disjoint parts: exactly what one scan of all would have given.
     *
     * @throws InputException if a part is not complete, was made otherwise, or has a picture that another part has
     */
    public TopIndex merge(TopIndex other) {
        String difference = identity.difference(other.identity);
        if (!difference.isEmpty()) {
            throw new InputException(say("viz.top-index.parts-one-index-must", difference));
        }
        if (!dataset.root().equals(other.dataset.root())) {
            throw new InputException(
                    say("viz.top-index.parts-one-index-must-have", dataset.root(), other.dataset.root()));
        }
        if (!complete() || !other.complete()) {
            throw new InputException(say("viz.top-index.part-complete-finish-resume", left(), other.left()));
        }
        List<Dataset.Item> items = new ArrayList<>(dataset.items());
        items.addAll(disjoint(other));
        Map<String, LayerTops> layers = new LinkedHashMap<>();
        tops.layers().forEach((name, found) -> layers.put(name, found.merge(other.layer(name))));
        List<Tops.Skipped> skipped = new ArrayList<>(tops.skipped());
        skipped.addAll(other.tops.skipped());
        skipped.sort(Comparator.comparing(Tops.Skipped::path));
        return new TopIndex(identity, new Dataset(dataset.root(), items), new Tops(items.size(), skipped, layers));
    }

    private String left() {
        return complete()
                ? ""
                : say(
                        "viz.top-index.pictures-scanned",
                        tops.done(),
                        dataset.items().size());
    }

    private List<Dataset.Item> disjoint(TopIndex other) {
        Set<String> mine = new HashSet<>();
        dataset.items().forEach(item -> mine.add(item.path()));
        for (Dataset.Item item : other.dataset.items()) {
            if (mine.contains(item.path())) {
                throw new InputException(say("viz.top-index.parts-one-index-must-overlap", item.path()));
            }
        }
        return other.dataset.items();
    }
}
