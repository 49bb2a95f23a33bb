package org.zfscope.benchmarks.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.LocalResponseNormOptions;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Trains the layers of zfnet-s by libtorch's own operations, autograd and SGD: answers each line of its input with the
 * milliseconds that one step took. Arguments: the number of threads, pictures a step.
 */
public final class TrainingPeer {

    private static final long[] ONE = {1, 1};
    private static final long[] TWO = {2, 2};
    private static final long[] THREE = {3, 3};
    private static final long[] ZERO = {0, 0};
    private static final int CLASSES = 10;

    private final TensorVector parameters = new TensorVector();
    private final Layer[] convolutions = {
        convolution(3, 48, 7),
        convolution(48, 96, 5),
        convolution(96, 160, 3),
        convolution(160, 160, 3),
        convolution(160, 128, 3)
    };
    private final Layer hidden = new Layer(256, 2048);
    private final Layer classes = new Layer(CLASSES, 256);
    private final Tensor pictures;
    private final Tensor targets;

    private TrainingPeer(long batch) {
        pictures = torch.randn(batch, 3, 128, 128);
        targets = torch.randn(batch).random_(0, new LongOptional(CLASSES)).toType(torch.ScalarType.Long);
    }

    public static void main(String[] args) throws IOException {
        torch.set_num_threads(Integer.parseInt(args[0]));
        TrainingPeer peer = new TrainingPeer(Long.parseLong(args[1]));
        SGDOptions options = new SGDOptions(0.01);
        options.momentum().put(0.9);
        options.weight_decay().put(5e-4);
        SGD sgd = new SGD(peer.parameters, options);
        System.out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.printf(Locale.ROOT, "%.3f%n", peer.step(sgd));
        }
    }

    @SuppressWarnings("try") // the scope gives back what the step leaves
    private double step(SGD sgd) {
        try (PointerScope scope = new PointerScope()) {
            long start = System.nanoTime();
            sgd.zero_grad();
            torch.cross_entropy_loss(scores(), targets).backward();
            sgd.step();
            return (System.nanoTime() - start) / 1e6;
        }
    }

    private Tensor scores() {
        Tensor x = pool(convolutions[0].filtered(pictures, TWO, THREE));
        x = norm(x);
        x = norm(pool(convolutions[1].filtered(x, TWO, TWO)));
        for (int i = 2; i < convolutions.length; i++) {
            x = convolutions[i].filtered(x, ONE, ONE);
        }
        x = torch.reshape(pool(x), x.size(0), 2048);
        x = hidden.normalized(torch.linear(x, hidden.weights, new TensorOptional(hidden.bias)));
        return torch.linear(x, classes.weights, new TensorOptional(classes.bias));
    }

    private static Tensor pool(Tensor x) {
        return torch.max_pool2d(x, THREE, TWO, ZERO, ONE, true);
    }

    /** libtorch divides alpha by the size. */
    private static Tensor norm(Tensor x) {
        LocalResponseNormOptions options = new LocalResponseNormOptions(5);
        options.alpha().put(5e-4);
        options.beta().put(0.75);
        options.k().put(2);
        return torch.local_response_norm(x, options);
    }

    private Layer convolution(long channels, long filters, long kernel) {
        return new Layer(filters, channels, kernel, kernel);
    }

    /** Weights, and the batch normalisation that may come after them. */
    private final class Layer {

        private final Tensor weights;
        private final Tensor bias;
        private final Tensor gamma;
        private final Tensor beta;
        private final Tensor mean;
        private final Tensor variance;

        Layer(long... shape) {
            weights = learned(torch.randn(shape).mul_(new Scalar(0.01)));
            bias = learned(torch.zeros(shape[0]));
            gamma = learned(torch.ones(shape[0]));
            beta = learned(torch.zeros(shape[0]));
            mean = torch.zeros(shape[0]);
            variance = torch.ones(shape[0]);
        }

        private Tensor learned(Tensor tensor) {
            Tensor leaf = tensor.requires_grad_(true);
            parameters.push_back(leaf);
            return leaf;
        }

        Tensor filtered(Tensor x, long[] stride, long[] padding) {
            return normalized(torch.conv2d(x, weights, new TensorOptional(bias), stride, padding, ONE, 1));
        }

        Tensor normalized(Tensor x) {
            return torch.relu(torch.batch_norm(
                    x,
                    new TensorOptional(gamma),
                    new TensorOptional(beta),
                    new TensorOptional(mean),
                    new TensorOptional(variance),
                    true,
                    0.1,
                    1e-5,
                    false));
        }
    }
}
