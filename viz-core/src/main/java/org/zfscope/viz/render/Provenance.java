package org.zfscope.viz.render;

import static org.zfscope.models.words.Words.say;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.zfscope.models.WeightOrigin;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.Sha256;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.words.Words;

/**
 * Where a picture comes from: what made it, from what, with which options, in the order in which it was said. It
 * travels in the PNG's text chunks, one an entry, in the SVG's metadata or the PDF's document information, where other
 * programs can read it too.
 *
 * @param entries keys are up to {@value #LONGEST_KEY} printable ASCII letters, such as {@code model sha256}; values are any
 *     text without NUL
 */
public record Provenance(Map<String, String> entries) {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    static final int LONGEST_KEY = 64;

    /** Letters of all values together: longer than any system's longest command line. */
    static final int LONGEST = 1 << 22;

    public Provenance {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        entries.forEach(Provenance::require);
        long letters = entries.values().stream().mapToLong(String::length).sum();
        if (letters > LONGEST) {
            throw new IllegalArgumentException(say("viz.provenance.values-letters-most", LONGEST, letters));
        }
    }

    private static void require(String key, String value) {
        if (!key.matches("[!-~]([ -~]{0," + (LONGEST_KEY - 2) + "}[!-~])?")) {
            throw new IllegalArgumentException(say("viz.provenance.key-up-ascii-letters", LONGEST_KEY, key));
        }
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(say("viz.provenance.value-without-nul-expected", key));
        }
    }

    /** A picture made by a version of this program. */
    public static Provenance of(String version) {
        return new Provenance(Map.of("version", version));
    }

    /** One more entry, at the end; where the key is there already, its value is replaced. */
    public Provenance with(String key, String value) {
        Map<String, String> all = new LinkedHashMap<>(entries);
        all.put(key, value);
        return new Provenance(all);
    }

    /**
     * A file's name and SHA-256, such as {@code model} and {@code model sha256}.
     *
     * @throws org.zfscope.models.io.InputException if the file cannot be read
     */
    public Provenance withFile(String key, Path file) {
        return with(key, String.valueOf(file.getFileName())).with(key + " sha256", Sha256.of(file));
    }

    /** The files that a network was opened from with their SHA-256, or its name; random weights with their seed. */
    public Provenance withModel(ModelSource model, WeightOrigin weights) {
        Provenance named =
                model.file().map(file -> withFile("model", file)).orElseGet(() -> with("model", model.given()));
        Provenance loaded =
                model.weights().map(file -> named.withFile("weights", file)).orElse(named);
        return Words.written(weights::warning)
                .map(warning -> loaded.with("weights", warning))
                .orElse(loaded);
    }

    /**
     * Reads the provenance of a PNG, SVG or PDF, not what it shows.
     *
     * @throws org.zfscope.models.io.InputException if the file is none of these, is damaged, or has no provenance
     */
    public static Provenance read(Path file) {
        return switch (FigureFormat.of(file)) {
            case PNG -> PngReader.read(file);
            case SVG -> SvgReader.read(file);
            case PDF -> PdfReader.read(file);
        };
    }

    /** An object of texts, in ASCII, so that no format changes a letter. */
    String toJson() {
        try {
            return JSON.writeValueAsString(entries);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always writable", e);
        }
    }

    /**
     * What {@link #toJson} wrote.
     *
     * @param file where it was found, for the message
     * @throws InputException if it is something else
     */
    static Provenance ofJson(String json, Path file) {
        try {
            Map<String, String> entries = JSON.readValue(json, new TypeReference<LinkedHashMap<String, String>>() {});
            return new Provenance(entries);
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException e) {
            throw InputException.in(file, say("viz.png-reader.carries-provenance-zfscope-did"), e);
        }
    }

    /** One line an entry; further lines of a value are indented, and what could control a terminal is left out. */
    public String toText() {
        return entries.entrySet().stream()
                .map(e -> e.getKey() + ": " + printable(e.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String printable(String value) {
        return value.replaceAll("[\\p{Cc}&&[^\n]]", "").replace("\n", "\n    ");
    }
}
