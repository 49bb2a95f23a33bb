package org.zfscope.models.load.onnx;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import onnx.Onnx.ModelProto;
import onnx.Onnx.StringStringEntryProto;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.InputSize;
import org.zfscope.models.load.ModelCard;
import org.zfscope.models.load.ModelLoader;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.load.PreprocessingGuess;
import org.zfscope.models.tensor.Shape;

/**
 * Reads ONNX models of operator sets 7 to 20: networks that take one float input [batch, channels, height, width] and
 * consist of zfscope's layers. Layers are called as the nodes are, or where those have no name as their outputs; a node
 * that only adds a constant to a convolution or a matrix product becomes the bias of that layer, and nodes that only
 * work out a shape, or leave the numbers where they are, vanish.
 *
 * <p>Preprocessing and labels come from a {@link ModelCard} in the model's metadata under {@value #METADATA} or beside
 * the file, and are otherwise guessed, see {@link PreprocessingGuess}. Where a model leaves the size of its input open
 * it is {@value #OPEN_SIDE} x {@value #OPEN_SIDE}, or what the caller says.
 */
public final class OnnxLoader implements ModelLoader {

    /** Rows and columns of an input whose size the model leaves open. */
    private static final int OPEN_SIDE = 224;

    /** The key of the model's card among an ONNX file's metadata. */
    public static final String METADATA = "zfscope";

    @Override
    public boolean accepts(Path file, byte[] head) {
        return OnnxFile.looksLikeOnnx(head);
    }

    @Override
    public Network load(ModelSource source) {
        Path file = source.file().orElseThrow();
        ModelProto model = OnnxFile.parse(file);
        InputSize open = source.size().orElseGet(() -> new InputSize(OPEN_SIDE, OPEN_SIDE));
        try {
            OnnxTensors tensors = new OnnxTensors(new ExternalData(file));
            OnnxGraph graph = new OnnxGraph(model.getGraph(), OnnxFile.opset(model), tensors, open);
            return network(file, model, graph.input().shape(), graph.layers());
        } catch (IllegalArgumentException e) {
            throw InputException.in(file, ("" + e.getMessage()).replaceAll("\\p{Cntrl}", " "), e);
        }
    }

    private static Network network(Path file, ModelProto model, Shape input, List<Node> layers) {
        Optional<ModelCard> card = card(file, model);
        Preprocessing preprocessing = card.flatMap(ModelCard::preprocessing)
                .orElseGet(() -> PreprocessingGuess.of(model.getProducerName(), input.channels(), layers));
        if (preprocessing.channels().count() != input.channels()) {
            throw new IllegalArgumentException("the model card says " + preprocessing.channels()
                    + ", but the input has " + input.channels() + " channels");
        }
        String name = card.flatMap(ModelCard::name).orElse(stem(file));
        return new Network(
                name, input, preprocessing, card.map(ModelCard::labels).orElse(List.of()), layers);
    }

    private static Optional<ModelCard> card(Path file, ModelProto model) {
        return model.getMetadataPropsList().stream()
                .filter(entry -> entry.getKey().equals(METADATA))
                .map(StringStringEntryProto::getValueBytes)
                .findFirst()
                .map(json -> ModelCard.parse(file, json.toByteArray()))
                .or(() -> ModelCard.beside(file));
    }

    private static String stem(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]+$", "");
    }
}
