package org.zfscope.cluster;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.zfscope.models.image.PictureFolder;
import org.zfscope.models.io.InputException;
import org.zfscope.viz.analysis.Dataset;

/** The pictures of one tar file, as they come. Files of one picture, alike up to their last dot, stand one after the other. */
final class TarPictures implements Iterator<Shot> {

    private static final String CLASS = "cls";
    private static final int LONGEST_CLASS = 1 << 12;

    private final String name;
    private final TarArchiveInputStream tar;
    private final Queue<Shot> ready = new ArrayDeque<>();
    private Optional<Shot> open = Optional.empty();
    private String key = "";
    private Optional<String> label = Optional.empty();
    private boolean over;

    TarPictures(String name, InputStream in) {
        this.name = name;
        this.tar = new TarArchiveInputStream(in);
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !over) {
            try {
                advance();
            } catch (IOException | IllegalArgumentException e) {
                throw new InputException(say("cluster.tar-pictures.damaged", name, e.getMessage()), e);
            }
        }
        return !ready.isEmpty();
    }

    @Override
    public Shot next() {
        if (!hasNext()) {
            throw new NoSuchElementException(name);
        }
        return ready.remove();
    }

    private void advance() throws IOException {
        TarArchiveEntry entry = tar.getNextTarEntry();
        if (entry == null) {
            finish();
            over = true;
            tar.close();
        } else if (entry.isFile()) {
            take(entry.getName().replaceFirst("^\\./", ""));
        }
    }

    private void take(String path) throws IOException {
        int dot = path.lastIndexOf('.');
        String now = path.substring(0, dot < 0 ? path.length() : dot);
        if (!now.equals(key)) {
            finish();
            key = now;
        }
        if (PictureFolder.isCalledPicture(path)) {
            open.ifPresent(ready::add); // two pictures of one name
            open = Optional.of(new Shot(Dataset.Item.at(path), tar.readNBytes(Shot.MOST_BYTES)));
        } else if (path.substring(dot + 1).equals(CLASS)) {
            label = Optional.of(new String(tar.readNBytes(LONGEST_CLASS), StandardCharsets.UTF_8).strip());
        }
    }

    /** All files of the picture before have been seen. */
    private void finish() {
        open.ifPresent(shot -> ready.add(
                label.map(known -> new Shot(new Dataset.Item(shot.item().path(), known), shot.bytes()))
                        .orElse(shot)));
        open = Optional.empty();
        label = Optional.empty();
    }
}
