package org.zfscope.models.load.caffe;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import org.zfscope.models.layer.Concat;
import org.zfscope.models.layer.Dropout;
import org.zfscope.models.layer.Flatten;
import org.zfscope.models.layer.Softmax;

/** Layers that move numbers but hardly change them, and the softmax. */
final class CaffeShapes {

    private CaffeShapes() {}

    static void dropout(CaffeStep step) {
        step.becomes(new Dropout(step.settings("dropout_param").real("dropout_ratio", (float) Dropout.USUAL)));
    }

    static void softmax(CaffeStep step) {
        step.requireChannels("softmax_param");
        step.becomes(new Softmax());
    }

    /** The same under each of its tops: Caffe puts it in where several layers take one blob. */
    static void split(CaffeStep step) {
        for (int top = 0; top < step.layer().tops().size(); top++) {
            step.give(top, step.input());
        }
    }

    static void flatten(CaffeStep step) {
        step.requireChannels("flatten_param");
        int end = step.settings("flatten_param").integer("end_axis", -1);
        if (end != -1 && end != step.input().rank() - 1) {
            throw new IllegalArgumentException(say("models.caffe-shapes.end-axis", end));
        }
        step.becomes(new Flatten(), 2);
    }

    static void concat(CaffeStep step) {
        int old = step.settings("concat_param").integer("concat_dim", 1);
        if (step.axis("concat_param", old) != 1) {
            throw new IllegalArgumentException(say("models.caffe-step.axis", step.axis("concat_param", old)));
        }
        step.becomes(new Concat());
    }

    /** To a vector, or to what it is already. */
    static void reshape(CaffeStep step) {
        CaffeMessage settings = step.settings("reshape_param");
        List<Integer> dims = settings.message("shape").integers("dim");
        if (settings.integer("axis", 0) != 0 || settings.integer("num_axes", -1) != -1 || dims.isEmpty()) {
            throw new IllegalArgumentException(say("models.caffe-shapes.reshape", dims));
        }
        if (dims.size() == 2 || dims.stream().skip(2).allMatch(d -> d == 1)) {
            step.becomes(new Flatten(), dims.size());
            return;
        }
        throw new IllegalArgumentException(say("models.caffe-shapes.reshape", dims));
    }
}
