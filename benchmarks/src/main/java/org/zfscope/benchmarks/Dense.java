package org.zfscope.benchmarks;

import java.util.List;
import org.zfscope.models.Activations;
import org.zfscope.models.Network.Node;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Place;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.deconv.Destination;
import org.zfscope.viz.deconv.GateRule;
import org.zfscope.viz.deconv.LrnRule;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.deconv.Step;
import org.zfscope.viz.deconv.Steps;

/** The deconvnet of a layer's whole output, all maps at once, through a chain of layers down to the pixels. */
final class Dense {

    private final Activations run;
    private final Steps steps = new Steps(ReluRule.DECONVNET, LrnRule.PASS, GateRule.HOLD);

    Dense(Activations run) {
        this.run = run;
    }

    Tensor from(String layer) {
        List<Node> chain = run.network().nodes();
        int i = chain.indexOf(run.network().node(layer));
        Maps output = run.maps(layer);
        Signal signal = new Signal(output.engine().reshaped(output, output.shape()), whole(output.shape()));
        while (i >= 0) {
            Node node = chain.get(i);
            boolean fused = i > 0 && chain.get(i - 1).layer() instanceof Relu;
            try (Signal above = signal) {
                signal = back(node, above, fused);
            }
            i -= fused ? 2 : 1;
        }
        try (Signal pixels = signal) {
            return pixels.values().picture(0);
        }
    }

    private Signal back(Node node, Signal above, boolean fused) {
        Step step = steps.through(node.layer());
        Shape shape = run.network().shape(node.inputs().get(0));
        Destination below = new Destination(0, shape, whole(shape));
        return new Signal(
                fused
                        ? step.backRectified(run.record(node.name()), above, below)
                        : step.back(run.record(node.name()), above, below),
                below.places());
    }

    private static List<Place> whole(Shape shape) {
        return List.of(new Place(0, Window.whole(shape)));
    }
}
