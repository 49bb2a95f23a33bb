package org.zfscope.models.zoo.torchvision;

import java.util.List;
import org.zfscope.models.Network;
import org.zfscope.models.layer.Dropout;
import org.zfscope.models.tensor.Geometry;

/** The networks A, B, D and E of [Simonyan2015]; those with batch norm have it before each ReLU of the convolutions. */
final class Vgg {

    /** What lies between a convolution and its ReLU. */
    enum Between {
        NOTHING,
        NORM
    }

    private static final List<Integer> FILTERS = List.of(64, 128, 256, 512, 512);
    private static final int SIDE = 7;
    private static final int HIDDEN = 4096;

    private Vgg() {}

    /** @param convolutions of each of the five blocks */
    static List<Part> parts(List<Integer> convolutions, Between between, int classes) {
        Modules made = new Modules();
        String top = Network.INPUT;
        int index = 0;
        for (int block = 0; block < FILTERS.size(); block++) {
            for (int i = 0; i < convolutions.get(block); i++) {
                top = made.conv("features." + index++, top, FILTERS.get(block), Geometry.square(3, 1, 1));
                if (between == Between.NORM) {
                    top = made.norm("features." + index++, top);
                }
                top = made.relu("features." + index++, top);
            }
            top = made.maxPool("features." + index++, top, Geometry.square(2, 2, 0));
        }
        top = made.flattened(top, SIDE);
        top = hidden(made, 0, top);
        top = hidden(made, 3, top);
        made.dense("classifier.6", top, classes);
        return made.parts();
    }

    private static String hidden(Modules made, int index, String from) {
        String top = made.dense("classifier." + index, from, HIDDEN);
        top = made.relu("classifier." + (index + 1), top);
        return made.dropout("classifier." + (index + 2), top, Dropout.USUAL);
    }
}
