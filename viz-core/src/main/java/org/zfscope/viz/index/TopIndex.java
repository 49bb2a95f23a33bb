package org.zfscope.viz.index;

import static org.zfscope.models.words.Words.say;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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

    /** As a file would have it, for a way from one machine to another. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            IndexJson.write(this, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The index that {@link #toBytes} was asked of. */
    public static TopIndex of(byte[] bytes) {
        try {
            return IndexJson.read(new ByteArrayInputStream(bytes), Path.of("bytes"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** {@link #merged} of this one and another. */
    public TopIndex merge(TopIndex other) {
        return merged(Stream.of(this, other));
    }

    /**
     * The index of all pictures from indexes of disjoint parts: exactly what one scan of all would have given. Of the parts
     * only one at a time is held in memory, if the stream makes them so.
     *
     * @throws InputException if a part is not complete, was made otherwise, or has a picture that another part has
     */
    public static TopIndex merged(Stream<TopIndex> parts) {
        Merging merging = new Merging();
        parts.forEachOrdered(merging::add);
        return merging.whole();
    }
}
