package org.zfscope.models.layer;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;

/**
 * Nothing, once training is over.
 *
 * @param rate the part of the values, 0 to 1, that each step of a training leaves out at random
 */
public record Dropout(double rate) implements Layer {

    /** The rate where a file does not say: ONNX's own default, and what AlexNet, ZFNet and VGG were trained with. */
    public static final double USUAL = 0.5;

    public Dropout {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException(say("models.dropout.dropout-rate-0-1", rate));
        }
    }

    /** At the usual rate. */
    public Dropout() {
        this(USUAL);
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Inputs.single(inputs);
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        Maps input = inputs.get(0);
        return input.engine().reshaped(input, input.shape());
    }
}
