package org.zfscope.models.zoo;

import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Source;

/** What the networks for ImageNet have in common. */
final class ImageNet {

    static final int CLASSES = 1000;

    private static final int SHORT_SIDE = 256;

    private ImageNet() {}

    /** The shorter side to 256, the centre cut out, BGR minus the mean colour. */
    static Preprocessing preprocessing() {
        Preprocessing p = Preprocessing.caffe(Source.DEFAULT);
        return new Preprocessing(p.channels(), p.fit(), SHORT_SIDE, p.mean(), p.scale(), p.source());
    }
}
