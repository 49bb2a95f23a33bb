package org.zfscope.models.zoo.torchvision;

import java.util.ArrayList;
import java.util.List;
import org.zfscope.models.Network;
import org.zfscope.models.layer.Dropout;
import org.zfscope.models.tensor.Geometry;

/** The networks of [Iandola2016], 1.0 and 1.1: fire modules squeeze by 1x1 filters and expand by 1x1 and 3x3 ones. */
final class SqueezeNet {

    /** The maps that each of the eight fire modules squeezes to; each half of it expands to four times as many. */
    private static final List<Integer> SQUEEZED = List.of(16, 16, 32, 32, 48, 48, 64, 64);

    private static final Geometry POOL = Geometry.square(3, 2, 0).ceil();

    private SqueezeNet() {}

    static List<Part> first(int classes) {
        return parts(96, 7, List.of(2, 6, 11), classes);
    }

    static List<Part> second(int classes) {
        return parts(64, 3, List.of(2, 5, 8), classes);
    }

    /** @param pools indexes among the features */
    private static List<Part> parts(int filters, int kernel, List<Integer> pools, int classes) {
        Modules made = new Modules();
        String top = made.conv("features.0", Network.INPUT, filters, Geometry.square(kernel, 2, 0));
        top = made.relu("features.1", top);
        List<Integer> fires = new ArrayList<>(SQUEEZED);
        for (int index = 2; !fires.isEmpty(); index++) {
            top = pools.contains(index)
                    ? made.maxPool("features." + index, top, POOL)
                    : fire(made, "features." + index, top, fires.remove(0));
        }
        top = made.dropout("classifier.0", top, Dropout.USUAL);
        top = made.conv("classifier.1", top, classes, Geometry.square(1, 1, 0));
        made.means("classifier.3", made.relu("classifier.2", top));
        return made.parts();
    }

    private static String fire(Modules made, String name, String from, int squeezed) {
        String top = made.conv(name + ".squeeze", from, squeezed, Geometry.square(1, 1, 0));
        top = made.relu(name + ".squeeze_activation", top);
        String one = made.conv(name + ".expand1x1", top, 4 * squeezed, Geometry.square(1, 1, 0));
        one = made.relu(name + ".expand1x1_activation", one);
        String three = made.conv(name + ".expand3x3", top, 4 * squeezed, Geometry.square(3, 1, 1));
        three = made.relu(name + ".expand3x3_activation", three);
        return made.joined(name + ".cat", List.of(one, three));
    }
}
