package org.zfscope.cli.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zfscope.models.io.AtomicFile;
import org.zfscope.models.io.MachineException;

/**
 * A section's answer in words, in a file of its own: what a later run of the report need not ask again.
 *
 * @param question all that decides the answer, in one line
 */
record Transcript(Path file, String question) {

    /** The answer that was written down to this very question. */
    Optional<String> answer() {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            return lines.isEmpty() || !lines.get(0).equals(question)
                    ? Optional.empty()
                    : Optional.of(String.join("\n", lines.subList(1, lines.size())));
        } catch (IOException e) {
            throw MachineException.reading(file, e);
        }
    }

    void write(String answer) {
        AtomicFile.write(file, out -> out.write((question + "\n" + answer).getBytes(StandardCharsets.UTF_8)));
    }
}
