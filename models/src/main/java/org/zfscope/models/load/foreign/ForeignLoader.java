package org.zfscope.models.load.foreign;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.zfscope.models.Network;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.MachineException;
import org.zfscope.models.load.ModelLoader;
import org.zfscope.models.load.ModelSource;

/** Knows what the files of TensorFlow, Core ML and OpenVINO look like, and says which command converts them. */
public final class ForeignLoader implements ModelLoader {

    private static final int BEGINNING = 1 << 12;

    @Override
    public boolean accepts(Path file, byte[] head) {
        return format(file).isPresent();
    }

    private static Optional<Foreign> format(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Foreign.of(in.readNBytes(BEGINNING));
        } catch (IOException e) {
            throw MachineException.reading(file, e);
        }
    }

    /** The file that tells a format whose models are folders; the path itself where it is none of those. */
    public static Path within(Path path) {
        return Stream.of("saved_model.pb", "Data/com.apple.CoreML/model.mlmodel")
                .map(path::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(path);
    }

    @Override
    public Network load(ModelSource source) {
        Path file = source.file().orElseThrow();
        String name = String.valueOf(file.getFileName());
        String stem = name.lastIndexOf('.') > 0 ? name.substring(0, name.lastIndexOf('.')) : name;
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of("."));
        throw InputException.in(
                file,
                switch (format(file).orElse(Foreign.GRAPH)) {
                    case SAVED_MODEL -> say("models.foreign-loader.saved-model", quoted(folder));
                    case GRAPH -> say("models.foreign-loader.graph", quoted(name), quoted(stem + ".onnx"));
                    case LITE -> say("models.foreign-loader.lite", quoted(name), quoted(stem + ".onnx"));
                    case CORE_ML -> say("models.foreign-loader.core-ml");
                    case OPEN_VINO -> say("models.foreign-loader.open-vino");
                });
    }

    /** As a shell takes it. */
    private static String quoted(Object name) {
        String text = name.toString().replaceAll("\\p{Cntrl}", "?");
        return text.matches("[\\w./\\\\:+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
