package org.zfscope.viz.analysis;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zfscope.models.io.InputException;

/**
 * The pictures of a scan, in the order of their paths, whatever order they were found in.
 *
 * @param root the folder that the paths start from
 */
public record Dataset(Path root, List<Item> items) {

    /**
     * One picture.
     *
     * @param path from the root on, with {@code /} between folders on every system
     * @param label its class; empty if nobody said so
     */
    public record Item(String path, String label) implements Comparable<Item> {

        /** A line of a list: the path, then a blank or tab, then the class; without one it is the folder's name. */
        public static Item line(String line) {
            int blank = line.indexOf('\t') >= 0 ? line.indexOf('\t') : line.lastIndexOf(' ');
            return blank < 0
                    ? at(line)
                    : new Item(
                            line.substring(0, blank).strip(),
                            line.substring(blank + 1).strip());
        }

        /** Its class is the folder that it lies in. */
        public static Item at(String path) {
            int end = Math.max(0, path.lastIndexOf('/'));
            return new Item(path, path.substring(path.lastIndexOf('/', end - 1) + 1, end));
        }

        @Override
        public int compareTo(Item other) {
            return path.compareTo(other.path);
        }
    }

    /** Throws InputException if a path comes twice. */
    public Dataset {
        items = items instanceof PackedPictures ? items : packed(root, items);
    }

    private static PackedPictures packed(Path root, List<Item> items) {
        List<Item> sorted = items.stream().sorted(Comparator.naturalOrder()).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).compareTo(sorted.get(i - 1)) == 0) {
                throw InputException.in(
                        root,
                        say(
                                "viz.dataset.picture-comes-twice-list",
                                sorted.get(i).path()));
            }
        }
        return PackedPictures.of(sorted);
    }

    /** The same pictures, by number. */
    public PackedPictures packed() {
        return PackedPictures.of(items);
    }

    /**
     * All pictures in a folder and the folders in it. A picture's class is its folder's name; those in the root itself
     * have none.
     *
     * @throws InputException if the folder has no pictures or cannot be read
     */
    public static Dataset folder(Path root) {
        return new Dataset(root, PictureSearch.in(root));
    }

    /**
     * The pictures of a list, one a line: the path, then a blank or tab, then the class. Without a class it is the
     * folder's name.
     *
     * @param root what relative paths start from
     * @throws InputException if the list is empty, cannot be read, or names a file that is missing or outside the root
     */
    public static Dataset list(Path list, Path root) {
        return new Dataset(root, PictureSearch.listed(list, root));
    }

    /** Part {@code part} of {@code parts}, counted from 1: neighbours stay together, all parts are as large or one less. */
    public Dataset part(int part, int parts) {
        if (part < 1 || part > parts) {
            throw new IllegalArgumentException(say("viz.dataset.part-1-expected", parts, part));
        }
        int from = (int) ((long) items.size() * (part - 1) / parts);
        int to = (int) ((long) items.size() * part / parts);
        return new Dataset(root, items.subList(from, to));
    }

    /** Those of so many classes, spread evenly over the names of all. */
    public Dataset classes(int count) {
        List<String> all = labels();
        Set<String> some = IntStream.range(0, Math.min(count, all.size()))
                .mapToObj(i -> all.get((int) ((long) i * all.size() / Math.min(count, all.size()))))
                .collect(Collectors.toSet());
        return new Dataset(
                root, items.stream().filter(item -> some.contains(item.label())).toList());
    }

    /** Where a picture lies. */
    public Path file(Item item) {
        return root.resolve(item.path());
    }

    /** The classes that have a name, each once, in the order of their names. */
    public List<String> labels() {
        return items.stream()
                .map(Item::label)
                .filter(label -> !label.isEmpty())
                .collect(Collectors.toCollection(java.util.TreeSet::new))
                .stream()
                .toList();
    }
}
