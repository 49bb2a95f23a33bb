package org.zfscope.models.load.caffe;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.zfscope.models.io.InputFile;
import org.zfscope.models.io.MachineException;

/** A file of Caffe's: how it is recognised, and what is in it. Only its content counts, and what it is called does not. */
final class CaffeFile {

    /** What a file of Caffe's may be. */
    enum Kind {
        /** A net in words: a prototxt. */
        NET,
        /** How a net is trained, in words, too. */
        SOLVER,
        /** Weights, with the net that they are of: a caffemodel. */
        BINARY
    }

    private static final Set<String> NET_FIELDS = Set.of(
            "name", "input", "input_dim", "input_shape", "force_backward", "state", "debug_info", "layer", "layers");

    private static final Set<String> SOLVER_FIELDS =
            Set.of("net", "train_net", "test_net", "test_iter", "test_interval", "base_lr", "solver_mode", "lr_policy");

    private static final int BEGINNING = 1 << 16;
    private static final int MAX_TEXT = 16 << 20;
    private static final int MAX_NAME = 1 << 12;

    private CaffeFile() {}

    /** What it is, as its beginning tells; none if it is none of Caffe's. */
    static Optional<Kind> kind(Path file) {
        byte[] beginning = beginning(file);
        return text(beginning).or(() -> binary(beginning, file));
    }

    private static byte[] beginning(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(BEGINNING);
        } catch (IOException e) {
            throw MachineException.reading(file, e);
        }
    }

    private static Optional<Kind> text(byte[] beginning) {
        for (byte b : beginning) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
                return Optional.empty();
            }
        }
        try {
            PrototxtTokens tokens = new PrototxtTokens(new String(beginning, StandardCharsets.UTF_8));
            String first = tokens.next().orElse("");
            boolean field =
                    tokens.peek().filter(t -> t.equals(":") || t.equals("{")).isPresent();
            if (field && NET_FIELDS.contains(first)) {
                return Optional.of(Kind.NET);
            }
            return field && SOLVER_FIELDS.contains(first) ? Optional.of(Kind.SOLVER) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** It begins with the net's name, or where that has none with an input or a layer, none longer than the file. */
    private static Optional<Kind> binary(byte[] beginning, Path file) {
        ByteBuffer in = ByteBuffer.wrap(beginning);
        try {
            long size = Files.size(file);
            for (int i = 0; i < 2 && in.hasRemaining(); i++) {
                int key = Math.toIntExact(CaffeWire.varint(in));
                if (CaffeFields.of("net", key >>> 3).isEmpty() || (key & 7) != CaffeWire.LENGTH) {
                    return Optional.empty();
                }
                long length = CaffeWire.varint(in);
                boolean name = key >>> 3 == 1;
                if (length < (name ? 0 : 1) || length > size - in.position() || (name && length > MAX_NAME)) {
                    return Optional.empty();
                }
                in.position((int) Math.min(in.limit(), in.position() + length));
            }
            return beginning.length > 2 ? Optional.of(Kind.BINARY) : Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw MachineException.reading(file, e);
        }
    }

    /** A net in words. */
    static CaffeMessage described(Path file) {
        return Prototxt.read(
                StandardCharsets.UTF_8.decode(bytes(file, MAX_TEXT)).toString());
    }

    /** A net in binary, with its weights. */
    static CaffeMessage written(Path file) {
        return CaffeWire.read(bytes(file, Integer.MAX_VALUE), "net");
    }

    /**
     * All of a file, mapped.
     *
     * @throws IllegalArgumentException if it has more bytes than it may have
     */
    static ByteBuffer bytes(Path file, int most) {
        InputFile.check(file, say("models.caffe-file.file-of-caffe"));
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() > most) {
                throw new IllegalArgumentException(say("models.caffe-file.too-large", channel.size(), most));
            }
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        } catch (IOException e) {
            throw MachineException.reading(file, e);
        }
    }
}
