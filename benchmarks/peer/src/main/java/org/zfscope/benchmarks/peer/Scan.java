package org.zfscope.benchmarks.peer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.zfscope.benchmarks.peer.Step.Convolution;
import org.zfscope.benchmarks.peer.Step.Pool;
import org.zfscope.benchmarks.peer.Step.Relu;

/** The strongest pictures of each map after a ReLU: batches run forward, of each map its maximum and where that is. */
final class Scan {

    private static final int BATCH = 4;
    private static final int STRONGEST = 9;
    private static final long[] ONE = {1, 1};
    private static final long[] TWO = {2, 2};
    private static final long[] ZERO = {0, 0};

    private final List<Step> steps;
    private final Map<String, Tensor> found = new LinkedHashMap<>();

    private Scan(List<Step> steps) {
        this.steps = steps;
    }

    /** Scans {@code pictures}, [count, channels, height, width]; gives the sum of all strongest values and the largest. */
    @SuppressWarnings("try") // the scope gives back what is found
    static double[] run(List<Step> steps, Tensor pictures) {
        try (PointerScope scope = new PointerScope()) {
            Scan scan = new Scan(steps);
            for (long from = 0; from < pictures.size(0); from += BATCH) {
                scan.batch(pictures.narrow(0, from, Math.min(BATCH, pictures.size(0) - from)));
            }
            double sum = 0;
            double max = 0;
            for (Tensor values : scan.found.values()) {
                sum += values.sum().item_double();
                max = Math.max(max, values.max().item_double());
            }
            return new double[] {sum, max};
        }
    }

    private void batch(Tensor pictures) {
        Tensor x = pictures;
        for (Step step : steps) {
            Tensor next = forward(step, x);
            x.close(); // nothing is kept
            x = next;
            if (step instanceof Relu) {
                look(step.name(), x);
            }
        }
        x.close();
    }

    private static Tensor forward(Step step, Tensor x) {
        if (step instanceof Convolution c) {
            return torch.conv2d(x, c.weights(), new TensorOptional(c.bias()), ONE, ONE, ONE, 1);
        }
        return step instanceof Pool ? torch.max_pool2d(x, TWO, TWO, ZERO, ONE, false) : torch.relu(x);
    }

    private void look(String layer, Tensor maps) {
        Tensor strongest = torch.max(maps.flatten(2, 3), 2L).get0().t(); // [channels, batch]
        Tensor before = found.get(layer);
        Tensor all = before == null ? strongest : torch.cat(new TensorVector(before, strongest), 1);
        found.put(layer, torch.topk(all, Math.min(STRONGEST, all.size(1))).get0());
    }
}
