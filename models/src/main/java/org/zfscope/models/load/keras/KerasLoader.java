package org.zfscope.models.load.keras;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Output;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.ModelLoader;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.load.OneLine;
import org.zfscope.models.load.ParsedModel;
import org.zfscope.models.load.hdf5.Hdf5File;
import org.zfscope.models.load.hdf5.Hdf5Group;
import org.zfscope.models.load.keras.KerasValue.Layout;

/**
 * Reads models of Keras 2.2 to 3: HDF5 files with description and weights, and {@code .keras} files. Nothing in them is run:
 * a {@code Lambda} layer is refused, and so is every class that is not Keras' own.
 *
 * <p>A layer is called as in the file, with the names of the models that it lies in before it, and a function that is part
 * of a layer becomes one of its own: {@code block1_conv1} and {@code block1_conv1_relu}. Channels last become channels
 * first. What the first layers do to the pixels becomes preprocessing, and layers for training only vanish.
 */
public final class KerasLoader implements ModelLoader {

    @Override
    public boolean accepts(Path file, byte[] head) {
        return Hdf5File.looksLikeHdf5(head) ? !isOfCaffe(file) : KerasArchive.is(file, head);
    }

    /** Caffe's HDF5 files have one group for everything; what is damaged is told what is wrong with it here. */
    private static boolean isOfCaffe(Path file) {
        try {
            return Hdf5File.map(file).root().names().equals(List.of("data"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public Network load(ModelSource source) {
        Path file = source.weights().or(source::file).orElseThrow();
        try {
            return read(file, source);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw InputException.in(file, OneLine.of(e.getMessage()), e);
        }
    }

    private static Network read(Path file, ModelSource source) {
        if (!Hdf5File.isHdf5(file)) {
            return network(file, source, KerasFile.ofArchive(file));
        }
        Hdf5Group root = Hdf5File.map(file).root();
        if (root.has("model_config") && source.architecture().isEmpty()) {
            return network(file, source, KerasFile.ofHdf5(root));
        }
        Hdf5Group weights = root.group("model_weights").orElse(root);
        if (weights.texts("layer_names").isEmpty() && !KerasCountedWeights.isIn(weights)) {
            throw new IllegalArgumentException(say("models.keras-loader.no-model", OneLine.of(root.names())));
        }
        return KerasOnto.network(file, weights, source);
    }

    private static Network network(Path path, ModelSource source, KerasFile file) {
        KerasModel model = file.model();
        KerasInput input = KerasInput.of(model, source.size());
        List<String> names = model.leaves().stream().map(KerasLayer::path).toList();
        KerasNodes nodes = new KerasNodes(input.shape(), names);
        try {
            KerasBuild build = new KerasBuild(nodes, file.weights(), file.version());
            List<KerasValue> outputs = build.run(model, List.of(KerasValue.input(input.shape(), input.layout())));
            return parsed(model, nodes, input, outputs).network(path, file.card(), () -> preprocessing(model, nodes));
        } catch (RuntimeException e) {
            nodes.close();
            throw e;
        }
    }

    private static ParsedModel parsed(KerasModel model, KerasNodes nodes, KerasInput input, List<KerasValue> outputs) {
        List<Output> named = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            KerasValue value = KerasShapes.inKerasOrder(nodes, outputs.get(i));
            if (!value.node().equals(Network.INPUT)) {
                named.add(new Output(OneLine.of(model.outputs().get(i).layer()), value.node()));
            }
        }
        if (nodes.input().isFlat() && input.layout() == Layout.VECTOR) {
            throw new IllegalArgumentException(
                    say("models.keras-loader.vector", nodes.input().size()));
        }
        if (named.isEmpty()) {
            throw new IllegalArgumentException(say("models.keras-loader.no-output"));
        }
        return new ParsedModel(nodes.input(), input.source(), nodes.nodes(), named);
    }

    private static Preprocessing preprocessing(KerasModel model, KerasNodes nodes) {
        Preprocessing said = nodes.scaling()
                .map(KerasScaling::preprocessing)
                .orElseGet(() -> KerasGuess.of(model, nodes.input().channels()));
        return nodes.fit()
                .map(fit -> new Preprocessing(
                        said.channels(), fit, nodes.shortSide(), said.mean(), said.scale(), said.source()))
                .orElse(said);
    }
}
