package org.zfscope.app.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.ModelSource;
import org.zfscope.viz.index.TopIndex;

/** An index of strongest pictures as it is at one moment. While a scan goes on newer ones follow; each is only equal to itself. */
public final class OpenIndex {

    private final Path file;
    private final TopIndex index;

    public OpenIndex(Path file, TopIndex index) {
        this.file = file;
        this.index = index;
    }

    /**
     * Reads an index that was made with the given model.
     *
     * @param model what is open, if anything is
     * @throws InputException if it is none, or was made with another model
     */
    public static OpenIndex read(Engine engine, Optional<ModelSource> model, Path file) {
        OpenIndex read = new OpenIndex(file, TopIndex.read(file));
        model.map(m -> engine.misfit(m, read))
                .filter(misfit -> !misfit.isEmpty())
                .ifPresent(misfit -> {
                    throw InputException.in(file, misfit + "; open that model first, or scan anew with this one");
                });
        return read;
    }

    /** Where it is kept. */
    public Path file() {
        return file;
    }

    public TopIndex index() {
        return index;
    }

    /** Whether the folder of its pictures is there. */
    public boolean hasPictures() {
        return Files.isDirectory(index.dataset().root());
    }

    /**
     * The same with its pictures in another folder.
     *
     * @throws InputException if that folder has not even the first of them
     */
    public OpenIndex movedTo(Path root) {
        TopIndex moved = index.movedTo(root);
        Path first = moved.dataset().file(moved.dataset().items().get(0));
        if (!Files.isRegularFile(first)) {
            throw InputException.in(root, "does not hold the pictures of " + file + ": there is no " + first);
        }
        return new OpenIndex(file, moved);
    }
}
