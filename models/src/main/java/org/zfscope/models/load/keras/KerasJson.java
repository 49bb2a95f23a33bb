package org.zfscope.models.load.keras;

import static org.zfscope.models.words.Words.say;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Text to JSON, bounded. Python writes NaN and Infinity too, where settings allow them. */
final class KerasJson {

    /** The largest of Keras' own applications have a quarter of a megabyte. */
    static final int MAX_BYTES = 32 << 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(com.fasterxml.jackson.core.json.JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private KerasJson() {}

    /**
     * The tree.
     *
     * @param what is read, for the message
     * @throws IllegalArgumentException if it is none
     */
    static JsonNode read(String what, byte[] json) {
        if (json.length > MAX_BYTES) {
            throw new IllegalArgumentException(say("models.keras-json.too-long", what, json.length, MAX_BYTES));
        }
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            String first = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new IllegalArgumentException(say("models.keras-json.no-json", what, first), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(say("models.keras-json.no-json", what, e.getMessage()), e);
        }
    }
}
