package org.zfscope.viz.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.io.InputException;
import org.zfscope.viz.analysis.Dataset.Item;

/** Finds the pictures of a data set. */
final class PictureSearch {

    /** What is called a picture counts as one, so that a damaged file is reported and not passed over. */
    private static final Set<String> EXTENSIONS =
            Set.of("jpg", "jpeg", "jpe", "png", "gif", "bmp", "webp", "tif", "tiff");

    private PictureSearch() {}

    static List<Item> in(Path root) {
        if (!Files.isDirectory(root)) {
            throw InputException.in(root, "is no folder; name one with pictures in it");
        }
        try (Stream<Path> files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            List<Item> items = files.filter(file -> !hidden(root.relativize(file)))
                    .filter(Files::isRegularFile)
                    .filter(PictureSearch::maybePicture)
                    .map(file -> item(root.relativize(file)))
                    .toList();
            return some(items, root);
        } catch (IOException | UncheckedIOException e) {
            throw InputException.in(root, "cannot be searched for pictures: " + e.getMessage(), e);
        }
    }

    private static List<Item> some(List<Item> items, Path where) {
        if (items.isEmpty()) {
            throw InputException.in(where, "has no pictures; JPEG, PNG, GIF, BMP, WebP or TIFF files were expected");
        }
        return items;
    }

    private static boolean hidden(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false)
                .anyMatch(name -> name.toString().startsWith("."));
    }

    private static boolean maybePicture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1)) || ImageFiles.looksLikePicture(file);
    }

    private static Item item(Path relative) {
        return new Item(portable(relative), folder(relative));
    }

    private static String portable(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    private static String folder(Path relative) {
        Path parent = relative.getParent();
        return parent == null ? "" : parent.getFileName().toString();
    }

    static List<Item> listed(Path list, Path root) {
        try {
            return some(
                    Files.readAllLines(list).stream()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .map(line -> item(list, root, line))
                            .toList(),
                    list);
        } catch (CharacterCodingException e) {
            throw InputException.in(list, "is no text; one picture a line was expected, in UTF-8", e);
        } catch (IOException e) {
            throw InputException.in(list, "cannot be read: " + e, e);
        }
    }

    private static Item item(Path list, Path root, String line) {
        int blank = line.indexOf('\t') >= 0 ? line.indexOf('\t') : line.lastIndexOf(' ');
        Path relative =
                relative(list, root, blank < 0 ? line : line.substring(0, blank).strip());
        return blank < 0
                ? item(relative)
                : new Item(portable(relative), line.substring(blank + 1).strip());
    }

    private static Path relative(Path list, Path root, String path) {
        try {
            Path base = root.toAbsolutePath().normalize();
            Path file = base.resolve(path).normalize();
            if (file.startsWith(base) && !file.equals(base)) {
                return base.relativize(file);
            }
        } catch (InvalidPathException e) {
            throw InputException.in(list, "'" + path + "' is no path of a file", e);
        }
        throw InputException.in(list, path + " is not in " + root + "; name the folder that holds all of the pictures");
    }
}
