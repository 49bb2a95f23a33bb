package org.zfscope.models.load;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.zfscope.models.io.InputException;

/** A zip from a stranger: few entries, none of them unpacked beyond what was asked for, none of them Java objects. */
public final class ModelZip implements AutoCloseable {

    private static final int MAX_ENTRIES = 1_000;
    private static final int MAX_RATIO = 100;
    private static final long SMALL = 16L << 20;

    private final Path file;
    private final ZipFile zip;

    private ModelZip(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    /** Throws InputException if it is no zip that a model could be in. */
    public static ModelZip open(Path file) {
        try {
            ModelZip opened = new ModelZip(file, new ZipFile(file.toFile()));
            try {
                opened.check();
                return opened;
            } catch (IOException | RuntimeException e) {
                opened.close();
                throw e;
            }
        } catch (ZipException e) {
            throw InputException.in(
                    file, say("models.model-zip.complete-zip-file-copy", OneLine.of(e.getMessage())), e);
        } catch (IOException e) {
            throw InputException.in(file, say("models.any.cannot-read", e), e);
        }
    }

    private void check() throws IOException {
        if (zip.size() > MAX_ENTRIES) {
            throw InputException.in(file, say("models.model-zip.has-entries-model-has", zip.size()));
        }
        for (ZipEntry entry : entries()) {
            if (isJavaObject(entry)) {
                throw InputException.in(
                        file, say("models.model-zip.entry-serialized-java-object", OneLine.of(entry.getName())));
            }
        }
    }

    private boolean isJavaObject(ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] head = in.readNBytes(2);
            return head.length == 2 && head[0] == (byte) 0xAC && head[1] == (byte) 0xED;
        }
    }

    private List<? extends ZipEntry> entries() {
        return zip.stream().toList();
    }

    public List<String> names() {
        return entries().stream().map(ZipEntry::getName).toList();
    }

    /** A small entry whole, if it is there. */
    public Optional<byte[]> bytes(String name, int limit) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw InputException.in(file, say("models.model-zip.entry-has-more-bytes", name, limit));
            }
            return Optional.of(bytes);
        }
    }

    /**
     * A large entry to be read piece by piece, if it is there. No more will come out than the entry declares, and what
     * it declares is believable: large entries that claim to be packed beyond what weights allow are refused.
     */
    public Optional<InputStream> stream(String name) throws IOException {
        return stream(name, MAX_RATIO);
    }

    /** The same for entries that no honest writer packs to less than so many times their size. */
    public Optional<InputStream> stream(String name, int mostRatio) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        long packed = Math.min(entry.getCompressedSize(), Files.size(file));
        if (entry.getSize() > SMALL && entry.getSize() / mostRatio > packed) {
            throw InputException.in(
                    file, say("models.model-zip.entry-claims-unpack-bytes", name, packed, entry.getSize()));
        }
        return Optional.of(zip.getInputStream(entry));
    }

    /** What an entry declares to unpack to. */
    public long size(String name) {
        return zip.getEntry(name).getSize();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
