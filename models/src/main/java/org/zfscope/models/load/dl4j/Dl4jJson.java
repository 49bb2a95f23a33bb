package org.zfscope.models.load.dl4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.zfscope.models.words.Words.say;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.jspecify.annotations.Nullable;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.OneLine;

/**
 * Reads a DL4J configuration. DL4J creates objects of the classes that the JSON names, so that every name is looked at
 * before DL4J sees the text.
 */
final class Dl4jJson {

    static final int MAX_BYTES = 16 << 20;
    private static final int MAX_DEPTH = 64;

    private static final JsonFactory STRICT = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private final Path file;

    Dl4jJson(Path file) {
        this.file = file;
    }

    Dl4jGraph read(byte[] json) {
        Set<String> entries = entries(json);
        String text = new String(json, UTF_8);
        try {
            if (entries.contains("vertices")) {
                return Dl4jGraph.of(ComputationGraphConfiguration.fromJson(text));
            }
            if (entries.contains("confs")) {
                return Dl4jGraph.of(MultiLayerConfiguration.fromJson(text));
            }
        } catch (RuntimeException | LinkageError e) {
            // whatever a broken configuration makes DL4J throw
            throw wrong(say("models.dl4j-json.cannot-used", brief(e)), e);
        }
        throw wrong(say("models.dl4j-json.dl4j-network-needs-entry"));
    }

    /** The names of the outermost entries, once all class names have been checked. */
    private Set<String> entries(byte[] json) {
        Set<String> outermost = new HashSet<>();
        try (JsonParser parser = STRICT.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    if (parser.getParsingContext().getNestingDepth() == 1) {
                        outermost.add(name);
                    }
                    if (name.equals("@class")) {
                        requireKnown(parser.nextTextValue());
                    }
                }
            }
            return outermost;
        } catch (JsonProcessingException e) {
            throw wrong(say("models.dl4j-json.proper-json", e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw wrong(say("models.any.cannot-read", e), e);
        }
    }

    private void requireKnown(@Nullable String type) {
        boolean known = type != null
                && (type.startsWith("org.deeplearning4j.") || type.startsWith("org.nd4j."))
                && !type.startsWith("org.nd4j.shade.");
        if (!known) {
            throw wrong(say("models.dl4j-json.names-class-only-those", type));
        }
    }

    private static String brief(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof NullPointerException || cause.getMessage() == null
                ? say("models.dl4j-json.something-missing-empty")
                : cause.getMessage();
    }

    private InputException wrong(String problem) {
        return InputException.in(file, say("models.dl4j-json.entry-configuration-json", OneLine.of(problem)));
    }

    private InputException wrong(String problem, Throwable cause) {
        return InputException.in(file, say("models.dl4j-json.entry-configuration-json", OneLine.of(problem)), cause);
    }
}
