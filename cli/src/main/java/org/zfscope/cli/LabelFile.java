package org.zfscope.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.InputFile;
import org.zfscope.models.io.MachineException;

/** Names of classes, one a line, in the order of the network's classes; WordNet numbers before the names are dropped. */
final class LabelFile {

    private static final long LIMIT = 16 << 20;

    private LabelFile() {}

    static List<String> read(Path file) {
        InputFile.checkText(file, "a list of class names");
        try {
            if (Files.size(file) > LIMIT) {
                throw InputException.in(file, "is too large for a list of class names; at most 16 MB");
            }
            List<String> labels = Files.readAllLines(file).stream()
                    .map(line -> line.strip().replaceFirst("^n\\d{8}\\s+", ""))
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (labels.isEmpty()) {
                throw InputException.in(file, "has no class names; write one a line");
            }
            return labels;
        } catch (MalformedInputException e) {
            throw InputException.in(file, "is no text; class names are expected, one a line, in UTF-8", e);
        } catch (IOException e) {
            throw MachineException.reading(file, e);
        }
    }
}
