package org.zfscope.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zfscope.models.io.InputException;

/**
 * Compares two folders that {@code benchmarks/snapshot} filled. Pictures are equal if all their pixels are: what they say
 * of their origin, such as the version, is no difference but counted. All other files are equal if all their bytes are.
 */
public final class SnapshotComparison {

    private final Path before;
    private final Path after;

    SnapshotComparison(Path before, Path after) {
        this.before = before;
        this.after = after;
    }

    /** Arguments: the two folders. Exit code 1 if anything differs. */
    public static void main(String[] args) throws IOException {
        SnapshotComparison comparison = new SnapshotComparison(Path.of(args[0]), Path.of(args[1]));
        Set<String> names = comparison.names();
        List<String> differences = comparison.differences(names);
        differences.forEach(System.out::println);
        comparison.origins(names).lines().forEach(System.out::println);
        System.out.printf("%d of %d files differ%n", differences.size(), names.size());
        System.exit(differences.isEmpty() ? 0 : 1);
    }

    /** The files of both folders, in the order of their names; links lead to what was read, not written. */
    Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>(names(before));
        names.addAll(names(after));
        return names;
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Set<String> names = files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> folder.relativize(file).toString())
                    .collect(Collectors.toSet());
            if (names.isEmpty()) {
                throw InputException.in(folder, "has no files; name a folder that benchmarks/snapshot filled");
            }
            return names;
        }
    }

    /** A line for each file that differs. */
    List<String> differences(Collection<String> names) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String name : names) {
            difference(name).ifPresent(difference -> lines.add(name + ": " + difference));
        }
        return lines;
    }

    private Optional<String> difference(String name) throws IOException {
        if (!Files.exists(before.resolve(name))) {
            return Optional.of("only in " + after);
        }
        if (!Files.exists(after.resolve(name))) {
            return Optional.of("only in " + before);
        }
        return FileDifference.between(before.resolve(name), after.resolve(name));
    }

    /** How the pictures' provenances differ. */
    OriginChanges origins(Collection<String> names) {
        OriginChanges changes = new OriginChanges();
        names.stream()
                .filter(FileDifference::isPicture)
                .filter(name -> Files.exists(before.resolve(name)) && Files.exists(after.resolve(name)))
                .forEach(name -> changes.take(name, before.resolve(name), after.resolve(name)));
        return changes;
    }
}
