package org.zfscope.models.layer;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import org.zfscope.models.tensor.Shape;

/** What layers ask of their inputs' shapes. */
final class Inputs {

    private Inputs() {}

    static Shape single(List<Shape> inputs) {
        if (inputs.size() != 1) {
            throw new IllegalArgumentException(say("models.inputs.one-input-expected", inputs.size()));
        }
        return inputs.get(0);
    }

    static Shape alike(List<Shape> inputs) {
        if (inputs.isEmpty() || !inputs.stream().allMatch(inputs.get(0)::equals)) {
            throw new IllegalArgumentException(say("models.inputs.inputs-one-shape-expected", inputs));
        }
        return inputs.get(0);
    }
}
