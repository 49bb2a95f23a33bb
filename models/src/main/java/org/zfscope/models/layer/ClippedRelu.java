package org.zfscope.models.layer;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;

/**
 * min(max(x, 0), ceiling). With a ceiling of 6 it is the ReLU6 of MobileNets [Sandler2018].
 *
 * @param ceiling above zero
 */
public record ClippedRelu(float ceiling) implements Layer, Rectifying {

    public ClippedRelu {
        if (!(ceiling > 0) || Float.isInfinite(ceiling)) {
            throw new IllegalArgumentException(say("models.clipped-relu.ceiling-above-zero", ceiling));
        }
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Inputs.single(inputs);
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        return inputs.get(0).engine().rectify(inputs.get(0), ceiling);
    }
}
