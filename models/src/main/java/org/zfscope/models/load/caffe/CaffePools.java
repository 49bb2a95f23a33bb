package org.zfscope.models.load.caffe;

import static org.zfscope.models.words.Words.say;

import org.zfscope.models.layer.AveragePool;
import org.zfscope.models.layer.AveragePool.Divisor;
import org.zfscope.models.layer.GlobalAveragePool;
import org.zfscope.models.layer.GlobalMaxPool;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.tensor.Geometry;

/**
 * Caffe's pools: their number of windows is rounded up, so that the last may hang over the border; one that would begin
 * in the padding behind the map is left out; means are over map and padding, but not over what lies beyond both.
 */
final class CaffePools {

    private CaffePools() {}

    static void pool(CaffeStep step) {
        CaffeMessage settings = step.settings("pooling_param");
        String kind = settings.choice("pool", "MAX", "AVE", "STOCHASTIC");
        boolean global = settings.flag("global_pooling", false);
        if (kind.equals("STOCHASTIC") || step.layer().tops().size() != 1) {
            throw new IllegalArgumentException(say("models.caffe-pools.kind", kind));
        }
        if (kind.equals("AVE")) {
            step.becomes(global ? new GlobalAveragePool() : new AveragePool(window(step, settings), Divisor.PADDED));
        } else {
            step.becomes(global ? new GlobalMaxPool() : new MaxPool(window(step, settings)));
        }
    }

    private static Geometry window(CaffeStep step, CaffeMessage settings) {
        CaffeWindow window = new CaffeWindow(settings);
        return window.bounded(window.pool(), step.shape());
    }
}
