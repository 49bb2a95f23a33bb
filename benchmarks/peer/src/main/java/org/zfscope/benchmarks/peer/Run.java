package org.zfscope.benchmarks.peer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.zfscope.benchmarks.peer.Step.Convolution;
import org.zfscope.benchmarks.peer.Step.Pool;

/** A forward run of which everything is kept, and projections from it: each operation is libtorch's own, on whole maps. */
final class Run implements AutoCloseable {

    private static final long[] ONE = {1, 1};
    private static final long[] TWO = {2, 2};
    private static final long[] ZERO = {0, 0};

    private final PointerScope scope = new PointerScope();
    private final List<Step> steps;
    private final Map<String, Tensor> outputs = new HashMap<>();
    private final Map<String, Tensor> switches = new HashMap<>();

    Run(List<Step> steps, Tensor picture) {
        this.steps = steps;
        Tensor x = picture;
        for (Step step : steps) {
            x = forward(step, x);
            outputs.put(step.name(), x);
        }
    }

    private Tensor forward(Step step, Tensor x) {
        if (step instanceof Convolution c) {
            return torch.conv2d(x, c.weights(), new TensorOptional(c.bias()), ONE, ONE, ONE, 1);
        }
        if (step instanceof Pool) {
            T_TensorTensor_T pooled = torch.max_pool2d_with_indices(x, TWO, TWO, ZERO, ONE, false);
            switches.put(step.name(), pooled.get1());
            return pooled.get0();
        }
        return torch.relu(x);
    }

    /**
     * A layer's output.
     *
     * @throws IllegalArgumentException if the plan has no such layer
     */
    Tensor output(String layer) {
        Tensor output = outputs.get(layer);
        if (output == null) {
            throw new IllegalArgumentException("no layer " + layer);
        }
        return output;
    }

    /** The deconvnet's projection of the strongest neuron of a map, everything else zero; the caller's scope owns it. */
    Tensor project(String layer, int unit) {
        return down(layer, seed(output(layer), unit));
    }

    /** The same of all maps at once. */
    Tensor dense(String layer) {
        return down(layer, output(layer));
    }

    private Tensor down(String layer, Tensor from) {
        Tensor signal = from;
        for (int i = index(layer); i >= 0; i--) {
            signal = back(steps.get(i), signal);
        }
        return signal;
    }

    private int index(String layer) {
        return steps.stream().map(Step::name).toList().indexOf(layer);
    }

    private static Tensor seed(Tensor output, int unit) {
        Tensor map = output.select(1, unit).contiguous();
        long strongest = unit * map.numel() + map.argmax().item_long();
        Tensor seed = torch.zeros_like(output);
        new FloatPointer(seed.data_ptr_float()).put(strongest, map.max().item_float());
        return seed;
    }

    private Tensor back(Step step, Tensor signal) {
        if (step instanceof Convolution c) {
            return torch.conv_transpose2d(signal, c.weights(), new TensorOptional(), ONE, ONE, ZERO, 1, ONE);
        }
        if (step instanceof Pool) {
            long height = signal.size(2) * 2;
            long width = signal.size(3) * 2;
            return torch.max_unpool2d(signal, switches.get(step.name()), height, width);
        }
        return torch.relu(signal);
    }

    @Override
    public void close() {
        scope.close();
    }
}
