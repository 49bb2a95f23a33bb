package org.zfscope.models.load.onnx;

import java.nio.file.Path;
import java.util.Optional;
import onnx.Onnx.ModelProto;
import onnx.Onnx.StringStringEntryProto;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.InputSize;
import org.zfscope.models.load.ModelCard;
import org.zfscope.models.load.ModelLoader;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.load.OneLine;

/**
 * Reads ONNX models of operator sets 7 to 24: networks that take one input of pictures, [batch, channels, height, width]
 * or with the channels last, and consist of zfscope's layers, up to a head of another kind at most. Layers are called as
 * the nodes are, or where those have no name as their outputs; a node that only adds a constant to a convolution or a
 * matrix product becomes the bias of that layer, several that spell out a norm or an activation become one layer, and
 * nodes that only work out a shape, or leave the numbers where they are, vanish.
 *
 * <p>The {@link ModelCard} may be among the model's metadata under {@value #METADATA}. Where a model leaves the size of
 * its input open it is {@value #OPEN_SIDE} x {@value #OPEN_SIDE}, or what the caller says.
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
            OnnxGraph graph = new OnnxGraph(OnnxFunctions.inlined(model), OnnxFile.opset(model), tensors, open);
            source.size().ifPresent(graph::require);
            Source sides = source.size().isPresent() ? Source.OPTION : Source.GUESS;
            return OnnxClassNames.added(
                    graph.parsed(sides).network(file, card(file, model), model.getProducerName()), model);
        } catch (IllegalArgumentException e) {
            throw InputException.in(file, OneLine.message(e), e);
        }
    }

    private static Optional<ModelCard> card(Path file, ModelProto model) {
        return model.getMetadataPropsList().stream()
                .filter(entry -> entry.getKey().equals(METADATA))
                .map(StringStringEntryProto::getValueBytes)
                .findFirst()
                .map(json -> ModelCard.parse(file, json.toByteArray()));
    }
}
