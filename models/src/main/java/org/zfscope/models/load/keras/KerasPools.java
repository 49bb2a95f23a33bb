package org.zfscope.models.load.keras;

import org.zfscope.models.layer.AveragePool;
import org.zfscope.models.layer.AveragePool.Divisor;
import org.zfscope.models.layer.GlobalAveragePool;
import org.zfscope.models.layer.GlobalMaxPool;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.load.keras.KerasValue.Layout;

/** Layers that slide a window without weights. */
final class KerasPools {

    private KerasPools() {}

    static KerasValue max(KerasUse use) {
        KerasValue maps = use.maps();
        return use.add(new MaxPool(KerasWindow.ofPool(use.config()).over(maps.shape())), maps);
    }

    /** TensorFlow divides by the positions inside the map. */
    static KerasValue average(KerasUse use) {
        KerasValue maps = use.maps();
        return use.add(new AveragePool(KerasWindow.ofPool(use.config()).over(maps.shape()), Divisor.INSIDE), maps);
    }

    static KerasValue globalAverage(KerasUse use) {
        return global(use, new GlobalAveragePool());
    }

    static KerasValue globalMax(KerasUse use) {
        return global(use, new GlobalMaxPool());
    }

    private static KerasValue global(KerasUse use, Layer pool) {
        KerasValue maps = use.maps();
        KerasValue pooled = use.add(pool, maps);
        return use.config().flag("keepdims", false) ? pooled : pooled.with(Layout.VECTOR);
    }
}
