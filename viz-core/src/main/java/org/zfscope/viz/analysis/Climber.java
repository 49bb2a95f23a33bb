package org.zfscope.viz.analysis;

import org.zfscope.models.tensor.Tensor;

/** A picture on its way up: how it is kept, how it is shown to the network, and what a gradient does to it. */
interface Climber {

    /** The picture as it is: [channels, height, width], pixels of 0 to 255 or a little outside. */
    Tensor picture();

    /** The picture as the network sees it in the next step. */
    default Tensor view() {
        return picture();
    }

    /** One step up, by the objective's derivative by the pixels of the {@link #view}. */
    void climb(Tensor gradient);

    /** The picture as people see it: pixels of 0 to 255. */
    default Tensor shown() {
        Tensor shown = Tensor.zeros(picture().shape());
        float[] pixels = picture().values();
        for (int i = 0; i < pixels.length; i++) {
            shown.values()[i] = Math.max(0, Math.min(255, pixels[i]));
        }
        return shown;
    }

    /** The root of the mean square. */
    static double rms(Tensor tensor) {
        double sum = 0;
        for (float v : tensor.values()) {
            sum += (double) v * v;
        }
        return Math.sqrt(sum / tensor.values().length);
    }
}
