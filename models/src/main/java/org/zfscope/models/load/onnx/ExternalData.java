package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Weights that an ONNX model keeps in files of their own. Only plain files inside the model's folder are opened, and no
 * file is read more often than once over, so that a small model cannot ask for much memory or for other people's files.
 */
final class ExternalData {

    private final Path folder;
    private final Map<Path, Long> claimed = new HashMap<>();

    ExternalData(Path model) {
        this.folder = model.toAbsolutePath().resolveSibling("").normalize();
    }

    /**
     * Reads a part of a file.
     *
     * @param place the entries {@code location}, {@code offset} and {@code length} of the tensor
     * @param expected bytes that the tensor's dims ask for
     * @throws IllegalArgumentException if the place is not allowed or does not hold that much
     */
    ByteBuffer read(Map<String, String> place, long expected) {
        String location = place.getOrDefault("location", "");
        try {
            Path file = inside(location);
            long size = Files.size(file);
            long offset = number(place.getOrDefault("offset", "0"));
            long length = number(place.getOrDefault("length", String.valueOf(Math.max(0, size - offset))));
            if (offset > size || length > size - offset || length != expected) {
                throw new IllegalArgumentException(
                        say("models.external-data.needs-bytes-has-model", expected, location, size, length, offset));
            }
            claim(file, length, size);
            return read(file, offset, Math.toIntExact(length));
        } catch (IOException e) {
            throw new IllegalArgumentException(say("models.external-data.external-data-cannot-read", location, e), e);
        }
    }

    private Path inside(String location) throws IOException {
        Path given = Path.of(location);
        Path file = folder.resolve(given).normalize();
        boolean climbs = given.normalize().startsWith("..") || location.contains("..");
        if (location.isEmpty() || given.isAbsolute() || climbs || !file.startsWith(folder)) {
            throw outside(location);
        }
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(say("models.external-data.external-data-missing-belongs", location));
        }
        if (!file.toRealPath().startsWith(folder.toRealPath())) {
            throw outside(location);
        }
        return file;
    }

    private static IllegalArgumentException outside(String location) {
        return new IllegalArgumentException(say("models.external-data.external-data-must-file", location));
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException(say("models.external-data.external-data-has-offset", text));
        }
        return Long.parseLong(text);
    }

    private void claim(Path file, long length, long size) {
        if (claimed.merge(file, length, Long::sum) > size) {
            throw new IllegalArgumentException(say("models.external-data.external-data-used-more", file.getFileName()));
        }
    }

    private static ByteBuffer read(Path file, long offset, int length) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, offset + bytes.position()) < 0) {
                    throw new EOFException(say("models.external-data.file-ends-early"));
                }
            }
            return bytes.flip();
        }
    }
}
