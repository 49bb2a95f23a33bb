package org.zfscope.models.zoo.torchvision;

import java.util.List;
import org.zfscope.models.Network;
import org.zfscope.models.layer.ClippedRelu;
import org.zfscope.models.tensor.Geometry;

/**
 * The network of [Sandler2018]: blocks that widen by 1x1 filters, look at each map by itself, and narrow again without a
 * ReLU; where a block leaves the size as it is, its input is added to it.
 */
final class MobileNetV2 {

    /** Widening, maps, blocks and first stride of each stage. */
    private static final int[][] STAGES = {
        {1, 16, 1, 1}, {6, 24, 2, 2}, {6, 32, 3, 2}, {6, 64, 4, 2}, {6, 96, 3, 1}, {6, 160, 3, 2}, {6, 320, 1, 1}
    };

    private static final int FIRST = 32;
    private static final int LAST = 1280;
    private static final float CEILING = 6;

    private final Modules made = new Modules();

    private MobileNetV2() {}

    static List<Part> parts(int classes) {
        return new MobileNetV2().all(classes);
    }

    private List<Part> all(int classes) {
        String top = made.plainConv("features.0.0", Network.INPUT, FIRST, Geometry.square(3, 2, 1));
        top = clipped("features.0", top);
        int index = 1;
        for (int[] stage : STAGES) {
            for (int i = 0; i < stage[2]; i++) {
                top = block("features." + index++, top, stage[0], stage[1], i == 0 ? stage[3] : 1);
            }
        }
        top = made.plainConv("features." + index + ".0", top, LAST, Geometry.square(1, 1, 0));
        top = made.means("adaptive_avg_pool2d", clipped("features." + index, top));
        made.dense("classifier.1", made.dropout("classifier.0", top, 0.2), classes);
        return made.parts();
    }

    private String block(String name, String from, int widening, int maps, int stride) {
        String top = from;
        int module = 0;
        if (widening > 1) {
            String wide = name + ".conv." + module++;
            top = made.plainConv(wide + ".0", from, made.channels(from) * widening, Geometry.square(1, 1, 0));
            top = clipped(wide, top);
        }
        String each = name + ".conv." + module++;
        top = clipped(each, made.depthwise(each + ".0", top, Geometry.square(3, stride, 1)));
        top = made.plainConv(name + ".conv." + module++, top, maps, Geometry.square(1, 1, 0));
        top = made.norm(name + ".conv." + module, top);
        return stride == 1 && made.channels(from) == maps ? made.sum(name + ".add", from, top) : top;
    }

    /** The norm and the ReLU6 behind a convolution. */
    private String clipped(String module, String from) {
        return made.plain(module + ".2", new ClippedRelu(CEILING), made.norm(module + ".1", from));
    }
}
