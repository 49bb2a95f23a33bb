package org.zfscope.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.zfscope.models.io.MachineException;

/** PNG files as a page takes them in. */
final class Pngs {

    private Pngs() {}

    /** Those of a folder, in the order in which they were made. */
    static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".png"))
                    .sorted(Comparator.comparing(Pngs::made).thenComparing(Comparator.naturalOrder()))
                    .toList();
        } catch (IOException e) {
            throw MachineException.reading(folder, e);
        }
    }

    private static long made(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw MachineException.reading(file, e);
        }
    }

    /** The file itself as an address. */
    static String address(Path file) {
        try {
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        } catch (IOException e) {
            throw MachineException.reading(file, e);
        }
    }
}
