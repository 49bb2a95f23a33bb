package org.zfscope.models.pull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.zfscope.models.io.AtomicFile;

/**
 * What is known of a network since it was verified. A later pull of the same name must have the same SHA-256, so that what
 * was only known by a weak sum is known by a strong one from its first pull on.
 *
 * @param from the address or the file that it came from
 */
public record Pulled(String sha256, long bytes, String from) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** None if there is no such file, or it cannot be understood. */
    static Optional<Pulled> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(Files.readAllBytes(file));
            String sha256 = node.path("sha256").asText();
            return sha256.matches("[0-9a-f]{64}")
                    ? Optional.of(new Pulled(
                            sha256,
                            node.path("bytes").asLong(-2),
                            node.path("from").asText()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void write(Path file) {
        ObjectNode node = JSON.createObjectNode();
        node.put("sha256", sha256).put("bytes", bytes).put("from", from);
        AtomicFile.write(file, out -> out.write(JSON.writeValueAsBytes(node)));
    }
}
