package org.zfscope.viz.analysis;

import static org.zfscope.models.words.Words.say;

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
            throw InputException.in(where, say("viz.picture-search.has-pictures-jpeg-png"));
        }
        return items;
    }

    private static Item item(Path relative) {
        return Item.at(portable(relative));
    }

    private static String portable(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    static List<Item> listed(Path list, Path root) {
        InputFile.checkText(list, say("viz.picture-search.list-pictures"));
        InputFile.checkFolder(root, say("viz.picture-search.one-holds-pictures"));
        try {
            List<Item> items = Files.readAllLines(list).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(line -> item(list, root, line))
                    .toList();
            items.forEach(item -> InputFile.check(root.resolve(item.path()), "a picture"));
            return some(items, list);
        } catch (CharacterCodingException e) {
            throw InputException.in(list, say("viz.picture-search.text-one-picture-line"), e);
        } catch (IOException e) {
            throw MachineException.reading(list, e);
        }
    }

    private static Item item(Path list, Path root, String line) {
        Item given = Item.line(line);
        String path = portable(relative(list, root, given.path()));
        return line.equals(given.path()) ? Item.at(path) : new Item(path, given.label());
    }

    private static Path relative(Path list, Path root, String path) {
        try {
            Path base = root.toAbsolutePath().normalize();
            Path file = base.resolve(path).normalize();
            if (file.startsWith(base) && !file.equals(base)) {
                return base.relativize(file);
            }
        } catch (InvalidPathException e) {
            throw InputException.in(list, say("viz.picture-search.path-file", path), e);
        }
        throw InputException.in(list, say("viz.picture-search.name-folder-holds-all", path, root));
    }
}
