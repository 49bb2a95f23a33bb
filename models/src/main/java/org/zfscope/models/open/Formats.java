package org.zfscope.models.open;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zfscope.models.io.MachineException;
import org.zfscope.models.load.ModelLoader;
import org.zfscope.models.load.caffe.CaffeLoader;
import org.zfscope.models.load.dl4j.Dl4jZipLoader;
import org.zfscope.models.load.foreign.ForeignLoader;
import org.zfscope.models.load.keras.KerasLoader;
import org.zfscope.models.load.onnx.OnnxLoader;
import org.zfscope.models.load.safetensors.PickledLoader;
import org.zfscope.models.load.safetensors.SafetensorsLoader;
import org.zfscope.models.load.zfscope.ZfscopeLoader;

/** The formats of files, told by what is in them. */
final class Formats {

    /** Enough for every format to be told by. */
    private static final int HEAD = 16;

    /** What reads weights that are alone in their file, for an architecture that is named. */
    private static final List<ModelLoader> WEIGHTS =
            List.of(new SafetensorsLoader(), new PickledLoader(), new KerasLoader());

    /** A safetensors file's length may look like the beginning of an ONNX file, and PyTorch's own files are zips; TensorFlow's look like Caffe's or ONNX', and Caffe's HDF5 files are none of Keras'. */
    private static final List<ModelLoader> MODELS = List.of(
            new SafetensorsLoader(),
            new PickledLoader(),
            new ZfscopeLoader(),
            new ForeignLoader(),
            new CaffeLoader(),
            new KerasLoader(),
            new Dl4jZipLoader(),
            new OnnxLoader());

    private Formats() {}

    /** What reads a model's file. */
    static Optional<ModelLoader> ofModel(Path file) {
        return first(MODELS, file);
    }

    /** What reads a file of weights for an architecture. */
    static Optional<ModelLoader> ofWeights(Path file) {
        return first(WEIGHTS, file);
    }

    private static Optional<ModelLoader> first(List<ModelLoader> loaders, Path file) {
        byte[] head = head(file);
        return loaders.stream().filter(loader -> loader.accepts(file, head)).findFirst();
    }

    private static byte[] head(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            throw MachineException.reading(file, e);
        }
    }
}
