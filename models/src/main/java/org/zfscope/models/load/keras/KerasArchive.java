package org.zfscope.models.load.keras;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.MachineException;
import org.zfscope.models.load.OneLine;

/** A {@code .keras} file: a zip of a description, the weights in HDF5, and who wrote it. Other entries are not read. */
final class KerasArchive implements AutoCloseable {

    static final String CONFIG = "config.json";
    static final String METADATA = "metadata.json";
    static final String WEIGHTS = "model.weights.h5";
    static final String CARD = "zfscope.json";

    private static final int MAX_ENTRIES = 10_000;
    private static final int MAX_RATIO = 100;
    private static final long SMALL = 16L << 20;
    private static final byte[] SIGNATURE = {'P', 'K', 3, 4};

    private final Path file;
    private final ZipFile zip;

    private KerasArchive(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    /** Whether a file that begins like this is a zip, and has a model of Keras in it. */
    static boolean is(Path file, byte[] head) {
        for (int i = 0; i < SIGNATURE.length; i++) {
            if (head.length < SIGNATURE.length || head[i] != SIGNATURE[i]) {
                return false;
            }
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry(CONFIG) != null && (zip.getEntry(WEIGHTS) != null || zip.getEntry(METADATA) != null);
        } catch (IOException e) {
            return false; // other readers of zips say what is wrong with it
        }
    }

    static KerasArchive open(Path file) {
        try {
            ZipFile zip = new ZipFile(file.toFile());
            if (zip.size() > MAX_ENTRIES) {
                zip.close();
                throw InputException.in(file, say("models.keras-archive.entries", MAX_ENTRIES));
            }
            return new KerasArchive(file, zip);
        } catch (ZipException e) {
            throw InputException.in(file, say("models.keras-archive.damaged", OneLine.of(e.getMessage())), e);
        } catch (IOException e) {
            throw MachineException.reading(file, e);
        }
    }

    /** An entry that must be there, whole. */
    byte[] require(String name, long limit) {
        return bytes(name, limit)
                .orElseThrow(() -> new IllegalArgumentException(say("models.keras-archive.missing", name)));
    }

    /**
     * An entry whole, if it is there.
     *
     * @throws IllegalArgumentException if it is larger than the limit, or claims to unpack to more than is believable
     */
    Optional<byte[]> bytes(String name, long limit) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        long size = entry.getSize();
        if (size < 0 || size > Math.min(limit, Integer.MAX_VALUE - 8L)) {
            throw new IllegalArgumentException(say("models.keras-archive.too-large", name, size, limit));
        }
        if (size > SMALL
                && size / MAX_RATIO
                        > Math.min(entry.getCompressedSize(), file.toFile().length())) {
            throw new IllegalArgumentException(say("models.keras-archive.bomb", name, size));
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) size);
            if (bytes.length != size) {
                throw new IllegalArgumentException(say("models.keras-archive.short", name, size, bytes.length));
            }
            return Optional.of(bytes);
        } catch (IOException e) {
            throw new IllegalArgumentException(say("models.keras-archive.entry-damaged", name, e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw MachineException.reading(file, e);
        }
    }
}
