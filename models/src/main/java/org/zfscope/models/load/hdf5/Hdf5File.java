package org.zfscope.models.load.hdf5;

import static org.zfscope.models.words.Words.say;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.zfscope.models.io.MachineException;

/**
 * An HDF5 file. Whatever is asked of it, damage ends in an {@link IllegalArgumentException} of one line; nothing is read
 * that is larger than the file allows.
 *
 * <p>The file is one piece of memory, mapped or read beforehand, of which jhdf only takes slices: so no length in a damaged
 * file can make it ask for more.
 */
public final class Hdf5File {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};

    private final HdfFile file;
    private final long size;

    private Hdf5File(ByteBuffer content) {
        this.size = content.capacity();
        this.file = Damage.guard(
                say("models.hdf5-file.file"),
                () -> HdfFile.fromByteBuffer(content.duplicate().order(ByteOrder.LITTLE_ENDIAN)));
    }

    /** Whether a file that begins like this is one. */
    public static boolean looksLikeHdf5(byte[] head) {
        return head.length >= SIGNATURE.length && Arrays.equals(Arrays.copyOf(head, SIGNATURE.length), SIGNATURE);
    }

    /** Whether a file is one. */
    public static boolean isHdf5(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return looksLikeHdf5(in.readNBytes(SIGNATURE.length));
        } catch (IOException e) {
            throw MachineException.reading(path, e);
        }
    }

    /**
     * A file on disk; it is mapped, not copied.
     *
     * @throws IllegalArgumentException if it is no HDF5 file, or has more than 2 GB
     */
    public static Hdf5File map(Path path) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            if (channel.size() > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(say("models.hdf5-file.more-than-2-gb", channel.size() >> 20));
            }
            return new Hdf5File(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        } catch (IOException e) {
            throw MachineException.reading(path, e);
        }
    }

    /**
     * A file in memory, which is not copied.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Hdf5File of(byte[] content) {
        return new Hdf5File(ByteBuffer.wrap(content));
    }

    /** The group that holds all others. */
    public Hdf5Group root() {
        return new Hdf5Group(file, "", size);
    }
}
