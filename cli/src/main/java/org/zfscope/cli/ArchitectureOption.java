package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.zfscope.models.io.InputException;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.train.Architecture;
import org.zfscope.models.zoo.Architectures;
import picocli.CommandLine.Option;

/** Which layers are trained. */
final class ArchitectureOption {

    private static final String USUAL = "zfnet-s";

    @Option(
            names = "--arch",
            paramLabel = "NAME|FILE.json",
            completionCandidates = Names.class,
            descriptionKey = "cli.train-command.arch")
    private Optional<String> chosen;

    /** Architectures, for help and completion. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Architectures.names().iterator();
        }
    }

    boolean isChosen() {
        return chosen.isPresent();
    }

    /** What a network of it is called. */
    String name() {
        String file = Path.of(given()).getFileName().toString();
        return file.endsWith(".json") ? file.substring(0, file.length() - ".json".length()) : file;
    }

    /** What it takes. */
    Shape input() {
        return of(2, 0).input();
    }

    /** With so many classes, unless a file says how many. */
    Architecture of(int classes, long seed) {
        return Architectures.named(given())
                .<Architecture>map(maker -> new Architecture.Row(maker.make(seed, classes)))
                .orElseGet(this::read);
    }

    private String given() {
        return chosen.orElse(USUAL);
    }

    private Architecture read() {
        Path file = Path.of(given());
        if (!Files.exists(file)) {
            throw new InputException(
                    say("cli.train-command.neither-file-nor-one", given(), String.join(", ", Architectures.names())));
        }
        return Architecture.read(file);
    }
}
