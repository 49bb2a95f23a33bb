package org.zfscope.models.zoo.torchvision;

import java.util.ArrayList;
import java.util.List;
import org.zfscope.models.Network;
import org.zfscope.models.layer.AveragePool;
import org.zfscope.models.layer.AveragePool.Divisor;
import org.zfscope.models.tensor.Geometry;

/** The networks of [Huang2017]: within a block each layer sees all that came before it, and adds a few maps. */
final class DenseNet {

    /** A layer first makes this many times the maps that it adds. */
    private static final int BOTTLENECK = 4;

    private final Modules made = new Modules();
    private final int growth;

    private DenseNet(int growth) {
        this.growth = growth;
    }

    /**
     * The layers.
     *
     * @param first maps of the first convolution
     * @param blocks layers of each block
     * @param growth maps that a layer adds
     */
    static List<Part> parts(int first, List<Integer> blocks, int growth, int classes) {
        return new DenseNet(growth).parts(first, blocks, classes);
    }

    private List<Part> parts(int first, List<Integer> blocks, int classes) {
        String top = made.plainConv("features.conv0", Network.INPUT, first, Geometry.square(7, 2, 3));
        top = made.relu("features.relu0", made.norm("features.norm0", top));
        top = made.maxPool("features.pool0", top, Geometry.square(3, 2, 1));
        for (int i = 1; i <= blocks.size(); i++) {
            top = block("features.denseblock" + i, top, blocks.get(i - 1));
            if (i < blocks.size()) {
                top = transition("features.transition" + i, top);
            }
        }
        top = made.relu("relu", made.norm("features.norm5", top));
        made.dense("classifier", made.means("adaptive_avg_pool2d", top), classes);
        return made.parts();
    }

    private String block(String name, String from, int layers) {
        List<String> all = new ArrayList<>(List.of(from));
        for (int i = 1; i <= layers; i++) {
            String layer = name + ".denselayer" + i;
            all.add(layer(layer, i == 1 ? from : made.joined(layer + ".cat", all)));
        }
        return made.joined(name + ".cat", all);
    }

    private String layer(String name, String from) {
        String top = made.relu(name + ".relu1", made.norm(name + ".norm1", from));
        top = made.plainConv(name + ".conv1", top, BOTTLENECK * growth, Geometry.square(1, 1, 0));
        top = made.relu(name + ".relu2", made.norm(name + ".norm2", top));
        return made.plainConv(name + ".conv2", top, growth, Geometry.square(3, 1, 1));
    }

    private String transition(String name, String from) {
        String top = made.relu(name + ".relu", made.norm(name + ".norm", from));
        top = made.plainConv(name + ".conv", top, made.channels(from) / 2, Geometry.square(1, 1, 0));
        return made.plain(name + ".pool", new AveragePool(Geometry.square(2, 2, 0), Divisor.KERNEL), top);
    }
}
