package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

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
        InputFile.checkText(file, say("cli.label-file.list-class-names"));
        try {
            if (Files.size(file) > LIMIT) {
                throw InputException.in(file, say("cli.label-file.too-large-list-class"));
            }
            List<String> labels = Files.readAllLines(file).stream()
                    .map(line -> line.strip().replaceFirst("^n\\d{8}\\s+", ""))
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (labels.isEmpty()) {
                throw InputException.in(file, say("cli.label-file.has-class-names-write"));
            }
            return labels;
        } catch (MalformedInputException e) {
            throw InputException.in(file, say("cli.label-file.text-class-names-expected"), e);
        } catch (IOException e) {
            throw MachineException.reading(file, e);
        }
    }
}
