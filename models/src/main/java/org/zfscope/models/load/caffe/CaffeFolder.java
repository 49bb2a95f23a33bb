package org.zfscope.models.load.caffe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What lies beside a file of Caffe's: a net's weights, the net of some weights, its mean picture. A net and its weights
 * belong together where their names begin alike, such as {@code cifar10_quick.prototxt} and {@code
 * cifar10_quick_iter_5000.caffemodel.h5}, or where there is but one of each.
 */
record CaffeFolder(Path folder, String stem) {

    /** More files than anybody keeps beside a net. */
    private static final int MAX_FILES = 10_000;

    private static final String NET = ".prototxt";
    private static final String WEIGHTS = ".*\\.caffemodel(\\.h5)?|.*_iter_\\d+\\.h5";

    static CaffeFolder of(Path file) {
        Path whole = file.toAbsolutePath();
        return new CaffeFolder(whole.resolveSibling(""), stem(whole));
    }

    /** What a file is called without what says of which kind it is. */
    private static String stem(Path file) {
        return lower(file)
                .replaceFirst("\\.(prototxt|h5)$", "")
                .replaceFirst("\\.caffemodel$", "")
                .replaceFirst("_iter_\\d+$", "")
                .replaceFirst("[._-]?(deploy|train_?val|train_?test|train|test|val)$", "")
                .replaceFirst("^(deploy|train_?val|train_?test|train|test|val)[._-]", "");
    }

    private static String lower(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    /** All weights that may be the net's; the one if there is but one. */
    List<Path> weights() {
        return fitting(file -> lower(file).matches(WEIGHTS));
    }

    /** All nets that the weights may be of; one for use is to be preferred to one for training. */
    List<Path> nets() {
        List<Path> nets = fitting(file -> lower(file).endsWith(NET)
                && CaffeFile.kind(file).filter(CaffeFile.Kind.NET::equals).isPresent());
        List<Path> deploy =
                nets.stream().filter(file -> lower(file).contains("deploy")).toList();
        return deploy.size() == 1 ? deploy : nets;
    }

    private List<Path> fitting(Predicate<Path> kind) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.limit(MAX_FILES)
                    .filter(Files::isRegularFile)
                    .filter(kind)
                    .sorted()
                    .toList();
            List<Path> alike = all.stream().filter(this::isAlike).toList();
            List<Path> same =
                    alike.stream().filter(file -> stem(file).equals(stem)).toList();
            return !same.isEmpty() ? same : alike.isEmpty() ? all : alike;
        } catch (IOException e) {
            return List.of(); // a folder that may not be listed
        }
    }

    /** Whether the names begin alike. */
    boolean isAlike(Path file) {
        String other = stem(file);
        return !stem.isEmpty() && !other.isEmpty() && (other.startsWith(stem) || stem.startsWith(other));
    }

    /** A file that a net names by some path of another machine, where it lies in this very folder. */
    Optional<Path> named(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        try {
            return name.isEmpty() || name.startsWith("..")
                    ? Optional.empty()
                    : Optional.of(folder.resolve(name)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
