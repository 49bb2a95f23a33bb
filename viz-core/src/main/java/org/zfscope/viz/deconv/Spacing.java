package org.zfscope.viz.deconv;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.tensor.Maps;
import org.zfscope.models.tensor.Native;
import org.zfscope.models.tensor.Shape;

/** Undoes a stride: puts a signal's values that far apart, with zeros between them. */
final class Spacing {

    private Spacing() {}

    /** A new array; h rows become (h - 1) * vertical + 1, columns likewise. */
    static INDArray apply(INDArray signal, int vertical, int horizontal) {
        Shape from = Native.shape(signal);
        Shape to = new Shape(from.channels(), (from.height() - 1) * vertical + 1, (from.width() - 1) * horizontal + 1);
        return Maps.each(signal, to, (map, in, out) -> {
            for (int y = 0; y < from.height(); y++) {
                for (int x = 0; x < from.width(); x++) {
                    out[y * vertical * to.width() + x * horizontal] = in[y * from.width() + x];
                }
            }
        });
    }
}
