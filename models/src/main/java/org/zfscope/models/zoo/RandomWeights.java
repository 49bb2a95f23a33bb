package org.zfscope.models.zoo;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.zfscope.models.ClassNames;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.WeightOrigin;
import org.zfscope.models.compute.Memory;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.Weighted;
import org.zfscope.models.load.ImageNet;
import org.zfscope.models.load.dl4j.Dl4jModel;

/**
 * Untrained networks for the classes of ImageNet. Weights are normally distributed with variance 2 / inputs [He2015], so
 * that signals keep their size from ReLU to ReLU; biases are zero. The same seed gives the same weights, however many
 * cores there are.
 */
final class RandomWeights {

    private RandomWeights() {}

    static Network network(String name, MultiLayerConfiguration configuration, long seed) {
        SplittableRandom seeds = new SplittableRandom(seed);
        Memory nothing = Memory.allocate(Dl4jModel.parameters(configuration)); // its pages are never touched
        try (Dl4jModel model = Dl4jModel.of(configuration, nothing);
                Network empty = model.toNetwork(name, model.input(Optional.empty()), ImageNet.preprocessing())) {
            List<Node> nodes = empty.nodes().stream()
                    .map(node -> new Node(node.name(), filled(node.layer(), seeds.split()), node.inputs()))
                    .toList();
            return new Network(name, empty.input(), empty.preprocessing(), List.of(), nodes)
                    .withClassNames(new ClassNames(ImageNet.labels(), Source.DEFAULT))
                    .withWeights(new WeightOrigin.Random(seed));
        }
    }

    private static Layer filled(Layer layer, SplittableRandom random) {
        return layer instanceof Weighted weighted ? weighted.with(random(weighted.weights(), random)) : layer;
    }

    /** Random weights of the same sides. */
    private static Weights random(Weights like, SplittableRandom random) {
        Memory memory = RandomNumbers.memory((long) like.units() * like.each(), like.each(), random);
        return Weights.in(memory, new float[like.units()], like.sides());
    }
}
