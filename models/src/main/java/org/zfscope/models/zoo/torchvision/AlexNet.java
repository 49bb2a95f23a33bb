package org.zfscope.models.zoo.torchvision;

import java.util.List;
import org.zfscope.models.Network;
import org.zfscope.models.layer.Dropout;
import org.zfscope.models.tensor.Geometry;

/** The one column of [Krizhevsky2014], which torchvision calls AlexNet: narrower than [Krizhevsky2012], without norms. */
final class AlexNet {

    private static final int SIDE = 6;
    private static final int HIDDEN = 4096;

    private AlexNet() {}

    static List<Part> parts(int classes) {
        Modules made = new Modules();
        String top = filters(made, 0, Network.INPUT, 64, Geometry.square(11, 4, 2));
        top = made.maxPool("features.2", top, Geometry.square(3, 2, 0));
        top = filters(made, 3, top, 192, Geometry.square(5, 1, 2));
        top = made.maxPool("features.5", top, Geometry.square(3, 2, 0));
        top = filters(made, 6, top, 384, Geometry.square(3, 1, 1));
        top = filters(made, 8, top, 256, Geometry.square(3, 1, 1));
        top = filters(made, 10, top, 256, Geometry.square(3, 1, 1));
        top = made.maxPool("features.12", top, Geometry.square(3, 2, 0));
        top = made.flattened(top, SIDE);
        top = hidden(made, 0, top);
        top = hidden(made, 3, top);
        made.dense("classifier.6", top, classes);
        return made.parts();
    }

    private static String filters(Modules made, int index, String from, int filters, Geometry geometry) {
        return made.relu("features." + (index + 1), made.conv("features." + index, from, filters, geometry));
    }

    private static String hidden(Modules made, int index, String from) {
        String top = made.dropout("classifier." + index, from, Dropout.USUAL);
        top = made.dense("classifier." + (index + 1), top, HIDDEN);
        return made.relu("classifier." + (index + 2), top);
    }
}
