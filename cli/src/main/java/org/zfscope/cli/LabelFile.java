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
import org.zfscope.models.load.ClassList;
import org.zfscope.models.load.OneLine;

/** Names of classes in the order of the network's classes, in any of {@link ClassList}'s forms. */
final class LabelFile {

    private static final long LIMIT = 16 << 20;

    private LabelFile() {}

    static List<String> read(Path file) {
        InputFile.checkText(file, say("cli.label-file.list-class-names"));
        try {
            if (Files.size(file) > LIMIT) {
                throw InputException.in(file, say("cli.label-file.too-large-list-class"));
            }
            List<String> labels = ClassList.parse(Files.readString(file));
            if (labels.isEmpty()) {
                throw InputException.in(file, say("cli.label-file.has-class-names-write"));
            }
            return labels;
        } catch (IllegalArgumentException e) {
            throw InputException.in(file, OneLine.message(e), e);
        } catch (MalformedInputException e) {
            throw InputException.in(file, say("cli.label-file.text-class-names-expected"), e);
        } catch (IOException e) {
            throw MachineException.reading(file, e);
        }
    }
}
