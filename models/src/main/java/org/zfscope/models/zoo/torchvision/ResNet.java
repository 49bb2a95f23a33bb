package org.zfscope.models.zoo.torchvision;

import java.util.List;
import org.zfscope.models.Network;
import org.zfscope.models.tensor.Geometry;

/**
 * The residual networks of [He2016]: four stages of blocks whose output is added to their input. In a bottleneck the 3x3
 * layer has the stride, as torchvision and timm have it since 2017.
 */
final class ResNet {

    private static final int FIRST = 64;
    private static final int WIDENING = 4;

    private final Modules made = new Modules();

    private ResNet() {}

    /** What a block is made of. */
    private interface Block {
        /** Adds all of it up to the sum, and gives back the last norm. */
        String add(Modules made, String name, String from, int width, int stride);
    }

    /** Blocks of two 3x3 layers: ResNet-18 and 34. */
    static List<Part> basic(List<Integer> blocks, int classes) {
        return new ResNet().parts(blocks, ResNet::two, 1, classes);
    }

    /** Blocks of a 1x1, a 3x3 and a 1x1 layer: ResNet-50. */
    static List<Part> bottleneck(List<Integer> blocks, int classes) {
        return new ResNet().parts(blocks, ResNet::three, WIDENING, classes);
    }

    private List<Part> parts(List<Integer> blocks, Block block, int widening, int classes) {
        String top = made.plainConv("conv1", Network.INPUT, FIRST, Geometry.square(7, 2, 3));
        top = made.relu("relu", made.norm("bn1", top));
        top = made.maxPool("maxpool", top, Geometry.square(3, 2, 1));
        for (int stage = 0; stage < blocks.size(); stage++) {
            for (int i = 0; i < blocks.get(stage); i++) {
                int stride = stage > 0 && i == 0 ? 2 : 1;
                String name = "layer" + (stage + 1) + "." + i;
                top = residual(block, name, top, FIRST << stage, stride, (FIRST << stage) * widening);
            }
        }
        made.dense("fc", made.means("avgpool", top), classes);
        return made.parts();
    }

    private String residual(Block block, String name, String from, int width, int stride, int wide) {
        String top = block.add(made, name, from, width, stride);
        String shortcut = from;
        if (stride > 1 || made.channels(from) != wide) {
            shortcut = made.plainConv(name + ".downsample.0", from, wide, Geometry.square(1, stride, 0));
            shortcut = made.norm(name + ".downsample.1", shortcut);
        }
        String sum = made.sum(name + ".add", top, shortcut);
        boolean isBasic = made.channels(top) == width;
        return made.relu(name + (isBasic ? ".relu_1" : ".relu_2"), sum);
    }

    /** A block's two 3x3 layers. */
    static String two(Modules made, String name, String from, int width, int stride) {
        String top = made.plainConv(name + ".conv1", from, width, Geometry.square(3, stride, 1));
        top = made.relu(name + ".relu", made.norm(name + ".bn1", top));
        top = made.plainConv(name + ".conv2", top, width, Geometry.square(3, 1, 1));
        return made.norm(name + ".bn2", top);
    }

    /** A block's 1x1, 3x3 and 1x1 layer. */
    static String three(Modules made, String name, String from, int width, int stride) {
        String top = made.plainConv(name + ".conv1", from, width, Geometry.square(1, 1, 0));
        top = made.relu(name + ".relu", made.norm(name + ".bn1", top));
        top = made.plainConv(name + ".conv2", top, width, Geometry.square(3, stride, 1));
        top = made.relu(name + ".relu_1", made.norm(name + ".bn2", top));
        top = made.plainConv(name + ".conv3", top, width * WIDENING, Geometry.square(1, 1, 0));
        return made.norm(name + ".bn3", top);
    }
}
