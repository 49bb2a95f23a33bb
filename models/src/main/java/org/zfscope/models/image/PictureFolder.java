package org.zfscope.models.image;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.zfscope.models.io.InputFile;
import org.zfscope.models.io.MachineException;

/**
 * The pictures in a folder and the folders in it (docs/decisions/0030): plain files, not hidden, that are called pictures or
 * begin like one. Links are followed, but no folder is entered twice, so that links in a circle end.
 */
public final class PictureFolder {

    /** What is called a picture counts as one, so that a damaged file is reported and not passed over. */
    private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "jpe", "png", "gif", "bmp", "webp", "tif", "tiff");

    private final Path root;
    private final int most;
    private final List<Path> found = new ArrayList<>();

    /** Where the folders entered so far truly lie. */
    private final Set<Path> entered = new HashSet<>();

    private PictureFolder(Path root, int most) {
        this.root = root;
        this.most = most;
    }

    /**
     * All of them, folder by folder in the order of their names; none is no error.
     *
     * @throws org.zfscope.models.io.InputException if it is no folder
     * @throws MachineException if it, or a folder in it, cannot be read
     */
    public static List<Path> pictures(Path root) {
        return pictures(root, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** The first {@code most} of them in folders that lie {@code depth} deep at most; 1 is the folder itself. */
    public static List<Path> pictures(Path root, int depth, int most) {
        InputFile.checkFolder(root, say("models.picture-folder.one-pictures"));
        PictureFolder folder = new PictureFolder(root, most);
        folder.enter(root, depth);
        return List.copyOf(folder.found);
    }

    /** Whether a file in a folder counts as a picture; cheap enough for every file of a large folder. */
    static boolean isPicture(Path file) {
        return Files.isRegularFile(file)
                && (isCalledPicture(file.getFileName().toString()) || ImageFiles.looksLikePicture(file));
    }

    /** Whether a file of that name counts as a picture, whatever is in it. */
    public static boolean isCalledPicture(String name) {
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private void enter(Path folder, int depth) {
        try {
            if (!entered.add(folder.toRealPath())) {
                return;
            }
            for (Path entry : entries(folder)) {
                if (found.size() == most) {
                    return;
                }
                if (Files.isDirectory(entry)) {
                    if (depth > 1 && !isFoundAnyway(entry)) {
                        enter(entry, depth - 1);
                    }
                } else if (isPicture(entry)) {
                    found.add(entry);
                }
            }
        } catch (IOException e) {
            throw MachineException.reading(folder, e);
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A link to another folder below the root: its pictures have their names there, whichever comes first. */
    private boolean isFoundAnyway(Path folder) throws IOException {
        return Files.isSymbolicLink(folder) && folder.toRealPath().startsWith(root.toRealPath());
    }
}
