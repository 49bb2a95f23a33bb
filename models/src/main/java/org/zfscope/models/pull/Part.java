package org.zfscope.models.pull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.zfscope.models.io.AtomicFile;

/**
 * A file on its way: its bytes so far, and beside them what they are the beginning of. However the program ends, the bytes
 * never lie beside a note on another file: they are removed before it is written.
 */
final class Part {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path bytes;
    private final Path note;

    /** Of the file that it becomes. */
    Part(Path file) {
        this.bytes = file.resolveSibling(file.getFileName() + ".part");
        this.note = file.resolveSibling(file.getFileName() + ".part.json");
    }

    Path bytes() {
        return bytes;
    }

    /** What is there already of the file at an address, if it can be gone on with. */
    Optional<Begun> begun(URI address) throws IOException {
        long done = Cache.size(bytes);
        if (done < 1 || !Files.isRegularFile(note)) {
            return Optional.empty();
        }
        JsonNode said;
        try {
            said = JSON.readTree(Files.readAllBytes(note));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return Optional.empty();
        }
        String tag = said.path("tag").asText();
        return !tag.isEmpty() && said.path("address").asText().equals(address.toString())
                ? Optional.of(
                        new Begun(address.toString(), tag, said.path("total").asLong(), done))
                : Optional.empty();
    }

    /** From nothing. A file without a tag cannot be gone on with. */
    OutputStream begin(URI address, Optional<String> tag, long total) throws IOException {
        remove();
        ObjectNode says = JSON.createObjectNode();
        says.put("address", address.toString()).put("tag", tag.orElse("")).put("total", total);
        AtomicFile.write(note, out -> out.write(JSON.writeValueAsBytes(says)));
        return Files.newOutputStream(bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    OutputStream goOn() throws IOException {
        return Files.newOutputStream(bytes, StandardOpenOption.APPEND);
    }

    /** The bytes, complete and verified, become the file. */
    void become(Path file) throws IOException {
        Files.move(bytes, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        remove();
    }

    void remove() throws IOException {
        Files.deleteIfExists(bytes);
        Files.deleteIfExists(note);
    }
}
