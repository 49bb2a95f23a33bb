package org.zfscope.viz.deconv;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Place;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.compute.nd4j.Native;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.layer.MaxPool.Pooled;
import org.zfscope.models.random.LayerSample;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;

/** A layer on its own, run forward once, and steps back through it on whole maps. */
final class StepRun implements AutoCloseable {

    private final LayerSample sample;
    private final LayerRecord record;

    StepRun(LayerSample sample) {
        this.sample = sample;
        List<INDArray> inputs = sample.inputs().stream().map(StepRun::array).toList();
        if (sample.layer() instanceof MaxPool pool) {
            Pooled pooled = pool.pool(inputs.get(0));
            record = new LayerRecord(inputs, pooled.values(), List.of(pooled.switches()));
        } else {
            record = new LayerRecord(inputs, sample.layer().forward(inputs), List.of());
        }
    }

    private static INDArray array(Tensor tensor) {
        return Native.copyOf(tensor.values(), tensor.shape().batch(1));
    }

    Tensor output() {
        return Native.picture(record.output(), 0);
    }

    List<Tensor> inputs() {
        return record.inputs().stream().map(a -> Native.picture(a, 0)).toList();
    }

    /** What a signal becomes at one of the layer's inputs. */
    Tensor back(Steps steps, int input, Tensor signal) {
        try (Signal above = new Signal(array(signal), places(signal.shape()))) {
            return back(steps, input, above);
        }
    }

    /** What is left of the signal itself when steps have led it to all of the inputs. */
    Tensor signalAfter(Steps steps, Tensor signal) {
        try (Signal above = new Signal(array(signal), places(signal.shape()))) {
            for (int i = 0; i < record.inputs().size(); i++) {
                back(steps, i, above);
            }
            return Native.picture(above.values(), 0);
        }
    }

    /** Whether ND4J frees what a step gives when it is closed: views stay open silently. */
    boolean givesClosable(Steps steps, Tensor signal) {
        try (Signal above = new Signal(array(signal), places(signal.shape()));
                Step step = steps.through(sample.layer());
                INDArray below = step.back(record, above, below(0))) {
            return below.closeable();
        }
    }

    private Tensor back(Steps steps, int input, Signal above) {
        try (Step step = steps.through(sample.layer());
                INDArray below = step.back(record, above, below(input))) {
            return Native.picture(below, 0);
        }
    }

    private Destination below(int input) {
        Shape shape = sample.inputs().get(input).shape();
        return new Destination(input, shape, places(shape));
    }

    private static List<Place> places(Shape shape) {
        return List.of(new Place(0, Window.whole(shape)));
    }

    @Override
    public void close() {
        record.inputs().forEach(INDArray::close);
        record.output().close();
    }
}
