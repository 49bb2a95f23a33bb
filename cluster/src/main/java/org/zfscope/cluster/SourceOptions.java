package org.zfscope.cluster;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which pictures. All places are Hadoop's: {@code hdfs://...}, {@code s3a://...}, {@code file:/...}, or a path. */
final class SourceOptions {

    @Option(names = "--images", paramLabel = "DIR", descriptionKey = "cluster.source-options.images")
    private Optional<String> images = Optional.empty();

    @Option(names = "--list", paramLabel = "FILE", descriptionKey = "cluster.source-options.list")
    private Optional<String> list = Optional.empty();

    @Option(names = "--sequence", paramLabel = "FILES", descriptionKey = "cluster.source-options.sequence")
    private Optional<String> sequence = Optional.empty();

    @Option(names = "--tar", paramLabel = "FILES", descriptionKey = "cluster.source-options.tar")
    private Optional<String> tar = Optional.empty();

    @Option(names = "--root", paramLabel = "DIR", descriptionKey = "cluster.source-options.root")
    private Optional<String> root = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Looks whether it is said once where the pictures are. */
    void check() {
        boolean files = images.isPresent() || list.isPresent();
        if (Stream.of(files, sequence.isPresent(), tar.isPresent())
                        .filter(said -> said)
                        .count()
                != 1) {
            throw new ParameterException(spec.commandLine(), say("cluster.source-options.one"));
        }
    }

    /** Where the index says that its pictures are. */
    Path root() {
        String place = root.or(() -> images)
                .or(() -> list.or(() -> sequence).or(() -> tar).map(SourceOptions::folderOf))
                .orElseThrow();
        return place.matches("[A-Za-z][A-Za-z0-9+.-]+:/.*") && !place.startsWith("file:")
                ? Path.of(place)
                : Path.of(place.replaceFirst("^file:/+", "/")).toAbsolutePath().normalize();
    }

    Pictures pictures() {
        if (sequence.isPresent()) {
            return new SequenceFiles(sequence.get());
        }
        if (tar.isPresent()) {
            return new TarShards(tar.get());
        }
        return list.<Pictures>map(file -> ListedFiles.list(file, images.orElseGet(() -> folderOf(file))))
                .orElseGet(() -> ListedFiles.folder(images.orElseThrow()));
    }

    private static String folderOf(String file) {
        int slash = file.lastIndexOf('/');
        return slash < 0 ? "." : file.substring(0, Math.max(1, slash));
    }
}
