package org.zfscope.models.load.safetensors;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.zfscope.models.Network;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.ModelLoader;
import org.zfscope.models.load.ModelSource;

/**
 * Knows what PyTorch's own files look like ({@code .pth}, {@code .pt}, {@code .bin}, Lightning's {@code .ckpt}), and says what
 * to do instead: they are pickles, programs that run when they are read, so nobody but PyTorch reads them.
 */
public final class PickledLoader implements ModelLoader {

    private static final int PICKLE = 0x80;
    private static final int MAX_PROTOCOL = 5;

    @Override
    public boolean accepts(Path file, byte[] head) {
        return isPickle(head) || (isZip(head) && holdsPickle(file));
    }

    /** A protocol, and an operation of the pickle machine: none is below {@code (}. */
    private static boolean isPickle(byte[] head) {
        return head.length > 2 && (head[0] & 0xFF) == PICKLE && head[1] >= 2 && head[1] <= MAX_PROTOCOL;
    }

    private static boolean isZip(byte[] head) {
        return head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    private static boolean holdsPickle(Path file) {
        return holds(file, "(.*/)?data\\.pkl");
    }

    private static boolean holds(Path file, String name) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().map(ZipEntry::getName).anyMatch(entry -> entry.matches(name));
        } catch (IOException | IllegalArgumentException e) {
            return false; // whoever reads zips says what is wrong with it
        }
    }

    @Override
    public Network load(ModelSource source) {
        Path file = source.weights().or(source::file).orElseThrow();
        String name = String.valueOf(file.getFileName());
        String stem = name.lastIndexOf('.') > 0 ? name.substring(0, name.lastIndexOf('.')) : name;
        boolean isScript = isScript(file);
        throw InputException.in(
                file,
                isScript
                        ? say("models.pickled-loader.script", quoted(name), quoted(stem))
                        : say("models.pickled-loader.weights", quoted(name), quoted(stem)));
    }

    /** TorchScript has the program's code beside its numbers. */
    private static boolean isScript(Path file) {
        return holds(file, "(.*/)?constants\\.pkl");
    }

    /** As Python writes it, within quotes. */
    private static String quoted(String name) {
        return name.replaceAll("\\p{Cntrl}", "?").replace("\\", "\\\\").replace("'", "\\'");
    }
}
