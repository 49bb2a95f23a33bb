package org.zfscope.models.zoo.torchvision;

import java.util.List;
import org.zfscope.models.Network;
import org.zfscope.models.tensor.Geometry;

/**
 * The network of [Szegedy2015] as torchvision has it: batch norms, and 3x3 filters where the paper has 5x5, an old
 * mistake that the published weights were trained with. Its two auxiliary heads only help training and are left out.
 */
final class GoogLeNet {

    private static final double EPSILON = 1e-3;

    private static final Geometry POOL = Geometry.square(3, 2, 0).ceil();

    private final Modules made = new Modules(EPSILON);

    private GoogLeNet() {}

    static List<Part> parts(int classes) {
        return new GoogLeNet().all(classes);
    }

    private List<Part> all(int classes) {
        String top = conv("conv1", Network.INPUT, 64, Geometry.square(7, 2, 3));
        top = made.maxPool("maxpool1", top, POOL);
        top = conv("conv2", top, 64, Geometry.square(1, 1, 0));
        top = conv("conv3", top, 192, Geometry.square(3, 1, 1));
        top = made.maxPool("maxpool2", top, POOL);
        top = inception("3a", top, 64, 96, 128, 16, 32, 32);
        top = inception("3b", top, 128, 128, 192, 32, 96, 64);
        top = made.maxPool("maxpool3", top, POOL);
        top = inception("4a", top, 192, 96, 208, 16, 48, 64);
        top = inception("4b", top, 160, 112, 224, 24, 64, 64);
        top = inception("4c", top, 128, 128, 256, 24, 64, 64);
        top = inception("4d", top, 112, 144, 288, 32, 64, 64);
        top = inception("4e", top, 256, 160, 320, 32, 128, 128);
        top = made.maxPool("maxpool4", top, Geometry.square(2, 2, 0).ceil());
        top = inception("5a", top, 256, 160, 320, 32, 128, 128);
        top = inception("5b", top, 384, 192, 384, 48, 128, 128);
        top = made.dropout("dropout", made.means("avgpool", top), 0.2);
        made.dense("fc", top, classes);
        return made.parts();
    }

    /** @param maps of the 1x1 branch, of the two others reduced and whole, and of the pooled branch */
    private String inception(String name, String from, int... maps) {
        String module = "inception" + name;
        Geometry one = Geometry.square(1, 1, 0);
        Geometry three = Geometry.square(3, 1, 1);
        String first = conv(module + ".branch1", from, maps[0], one);
        String second = conv(module + ".branch2.0", from, maps[1], one);
        second = conv(module + ".branch2.1", second, maps[2], three);
        String third = conv(module + ".branch3.0", from, maps[3], one);
        third = conv(module + ".branch3.1", third, maps[4], three);
        String fourth = made.maxPool(module + ".branch4.0", from, three);
        fourth = conv(module + ".branch4.1", fourth, maps[5], one);
        return made.joined(module + ".cat", List.of(first, second, third, fourth));
    }

    private String conv(String name, String from, int filters, Geometry geometry) {
        String top = made.plainConv(name + ".conv", from, filters, geometry);
        return made.relu(name + ".relu", made.norm(name + ".bn", top));
    }
}
