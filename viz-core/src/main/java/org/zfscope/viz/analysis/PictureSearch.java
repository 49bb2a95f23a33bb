package org.zfscope.viz.analysis;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.zfscope.models.image.PictureFolder;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.InputFile;
import org.zfscope.models.io.MachineException;
import org.zfscope.viz.analysis.Dataset.Item;

/** Finds the pictures of a data set. */
final class PictureSearch {

    private PictureSearch() {}

    static List<Item> in(Path root) {
        return some(
                PictureFolder.pictures(root).stream()
                        .map(file -> item(root.relativize(file)))
                        .toList(),
                root);
    }

    private static List<Item> some(List<Item> items, Path where) {
        if (items.isEmpty()) {
            throw InputException.in(where, "has no pictures; JPEG, PNG, GIF, BMP, WebP or TIFF files were expected");
        }
        return items;
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
        InputFile.checkText(list, "a list of pictures");
        InputFile.checkFolder(root, "the one that holds the pictures");
        try {
            List<Item> items = Files.readAllLines(list).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(line -> item(list, root, line))
                    .toList();
            items.forEach(item -> InputFile.check(root.resolve(item.path()), "a picture"));
            return some(items, list);
        } catch (CharacterCodingException e) {
            throw InputException.in(list, "is no text; one picture a line was expected, in UTF-8", e);
        } catch (IOException e) {
            throw MachineException.reading(list, e);
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
