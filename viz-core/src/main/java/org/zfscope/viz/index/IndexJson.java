package org.zfscope.viz.index;

import static org.zfscope.models.words.Words.say;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.InputFile;
import org.zfscope.models.io.MachineException;
import org.zfscope.viz.analysis.Dataset;
import org.zfscope.viz.analysis.Hit;
import org.zfscope.viz.analysis.LayerTops;
import org.zfscope.viz.analysis.PackedPictures;
import org.zfscope.viz.analysis.Tops;

/** The index as JSON; hits name their pictures by number. */
record IndexJson(
        String format,
        Identity identity,
        String root,
        PackedPictures pictures,
        int done,
        List<Tops.Skipped> skipped,
        List<LayerHits> layers) {

    private static final String FORMAT = "zfscope top activations 1";
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .registerModule(PicturesJson.module());

    /** The hits of each unit, strongest first. */
    record LayerHits(String name, List<Long> fired, List<List<Entry>> hits) {}

    /** {@code [value, picture, y, x]}. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Entry(float value, int picture, int y, int x) {}

    static void write(TopIndex index, OutputStream out) throws IOException {
        MAPPER.writeValue(out, of(index));
    }

    private static IndexJson of(TopIndex index) {
        PackedPictures pictures = index.dataset().packed();
        List<LayerHits> layers = new ArrayList<>();
        index.tops().layers().forEach((name, tops) -> layers.add(layer(name, tops, pictures)));
        return new IndexJson(
                FORMAT,
                index.identity(),
                index.dataset().root().toString(),
                pictures,
                index.tops().done(),
                index.tops().skipped(),
                layers);
    }

    private static LayerHits layer(String name, LayerTops tops, PackedPictures pictures) {
        List<Long> fired = new ArrayList<>();
        List<List<Entry>> hits = new ArrayList<>();
        for (int unit = 0; unit < tops.units(); unit++) {
            fired.add(tops.fired(unit));
            hits.add(tops.hits(unit).stream()
                    .map(h -> new Entry(h.value(), pictures.number(h.picture()), h.y(), h.x()))
                    .toList());
        }
        return new LayerHits(name, fired, hits);
    }

    static TopIndex read(Path file) {
        InputFile.check(file, say("viz.index-json.index-zfscope-top9"));
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file);
        } catch (IOException e) {
            throw MachineException.reading(file, e);
        }
    }

    /** Of what is called so where something is wrong with it. */
    static TopIndex read(InputStream in, Path file) throws IOException {
        try {
            IndexJson json = MAPPER.readValue(in, IndexJson.class);
            if (json == null) {
                throw new IllegalArgumentException("null");
            }
            if (!FORMAT.equals(json.format)) {
                throw InputException.in(file, say("viz.index-json.format-scan-again", FORMAT, json.format));
            }
            return json.index();
        } catch (JsonProcessingException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw InputException.in(file, say("viz.index-json.index-zfscope-top9-damaged"), e);
        }
    }

    private static Hit hit(Entry entry, PackedPictures pictures) {
        if (entry.y < 0 || entry.x < 0) {
            throw new IllegalArgumentException(say("viz.index-json.position", entry.y, entry.x));
        }
        return new Hit(entry.value, pictures.get(entry.picture), entry.y, entry.x);
    }

    private TopIndex index() {
        identity.options(); // as a scan has it, before its numbers decide how much memory is taken
        Map<String, LayerTops> tops = new LinkedHashMap<>();
        for (LayerHits layer : layers) {
            List<List<Hit>> hits = new ArrayList<>();
            for (List<Entry> unit : layer.hits) {
                hits.add(unit.stream().map(e -> hit(e, pictures)).toList());
            }
            tops.put(layer.name, LayerTops.of(identity.k(), hits, layer.fired));
        }
        if (done < 0 || done > pictures.size() || !List.copyOf(tops.keySet()).equals(identity.layers())) {
            throw new IllegalArgumentException(
                    say("viz.index-json.pictures-layers", done, pictures.size(), tops.keySet()));
        }
        return new TopIndex(identity, new Dataset(Path.of(root), pictures), new Tops(done, skipped, tops));
    }
}
