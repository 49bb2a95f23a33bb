package org.zfscope.models.zoo;

import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.ClassNames;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.WeightOrigin;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Dense;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.load.ImageNet;
import org.zfscope.models.load.dl4j.Dl4jModel;
import org.zfscope.models.tensor.Native;

/**
 * Untrained networks for the classes of ImageNet. Weights are normally distributed with variance 2 / inputs [He2015], so that signals keep their
 * size from ReLU to ReLU; biases are zero. The same seed gives the same weights, however many cores there are.
 */
final class RandomWeights {

    /** Each piece has a random sequence of its own, so that it does not matter which core makes it. */
    private static final int PIECE = 1 << 16;

    private RandomWeights() {}

    static Network network(String name, MultiLayerConfiguration configuration, long seed) {
        INDArray parameters = Native.allocate(1, Dl4jModel.parameters(configuration));
        Dl4jModel model = Dl4jModel.of(configuration, parameters);
        Network network = model.toNetwork(name, model.input(Optional.empty()), ImageNet.preprocessing());
        SplittableRandom seeds = new SplittableRandom(seed);
        network.nodes().stream().map(Node::layer).forEach(layer -> fill(layer, seeds.split()));
        return network.withClassNames(new ClassNames(ImageNet.labels(), Source.DEFAULT))
                .withWeights(new WeightOrigin.Random(seed));
    }

    private static void fill(Layer layer, SplittableRandom random) {
        if (layer instanceof Convolution convolution) {
            fill(convolution.weights(), convolution.bias(), random);
        } else if (layer instanceof Dense dense) {
            fill(dense.weights(), dense.bias(), random);
        }
    }

    private static void fill(INDArray weights, INDArray bias, SplittableRandom random) {
        bias.assign(0);
        double deviation = Math.sqrt(2.0 * weights.size(0) / weights.length());
        FloatBuffer all = Native.floats(weights);
        SplittableRandom[] sequences =
                random.splits((all.limit() + PIECE - 1) / PIECE).toArray(SplittableRandom[]::new);
        IntStream.range(0, sequences.length).parallel().forEach(i -> {
            float[] piece = new float[Math.min(PIECE, all.limit() - i * PIECE)];
            for (int j = 0; j < piece.length; j++) {
                piece[j] = (float) (deviation * sequences[i].nextGaussian());
            }
            all.put(i * PIECE, piece);
        });
    }
}
