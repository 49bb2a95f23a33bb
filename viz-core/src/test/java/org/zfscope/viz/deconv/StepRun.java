package org.zfscope.viz.deconv;

import java.util.List;
import org.zfscope.models.Engines;
import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Place;
import org.zfscope.models.compute.Pooled;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.compute.Switches;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.random.LayerSample;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;

/** A layer on its own, run forward once, and steps back through it on whole maps. */
final class StepRun implements AutoCloseable {

    private final LayerSample sample;
    private final Left record;

    /** What the layer left. */
    private record Left(List<Maps> given, Maps output, List<Switches> recorded) implements LayerRecord {

        @Override
        public int inputs() {
            return given.size();
        }

        @Override
        public Shape shape(int input) {
            return given.get(input).shape();
        }

        @Override
        public Maps input(int input) {
            return given.get(input);
        }

        @Override
        public Switches switches() {
            return recorded.get(0);
        }
    }

    StepRun(LayerSample sample) {
        this.sample = sample;
        List<Maps> inputs = sample.inputs().stream().map(StepRun::maps).toList();
        if (sample.layer() instanceof MaxPool pool) {
            Pooled pooled = pool.pool(inputs.get(0));
            record = new Left(inputs, pooled.values(), List.of(pooled.switches()));
        } else {
            record = new Left(inputs, sample.layer().forward(inputs), List.of());
        }
    }

    private static Maps maps(Tensor tensor) {
        return Engines.usual().of(List.of(tensor));
    }

    Tensor output() {
        return record.output().picture(0);
    }

    List<Tensor> inputs() {
        return record.given().stream().map(maps -> maps.picture(0)).toList();
    }

    /** What a signal becomes at one of the layer's inputs. */
    Tensor back(Steps steps, int input, Tensor signal) {
        try (Signal above = new Signal(maps(signal), places(signal.shape()))) {
            return back(steps, input, above);
        }
    }

    /** What is left of the signal itself when steps have led it to all of the inputs. */
    Tensor signalAfter(Steps steps, Tensor signal) {
        try (Signal above = new Signal(maps(signal), places(signal.shape()))) {
            for (int i = 0; i < record.given().size(); i++) {
                back(steps, i, above);
            }
            return above.values().picture(0);
        }
    }

    /** What a step gives, after it was closed. */
    Maps closed(Steps steps, Tensor signal) {
        try (Signal above = new Signal(maps(signal), places(signal.shape()))) {
            Maps below = steps.through(sample.layer()).back(record, above, below(0));
            below.close();
            return below;
        }
    }

    private Tensor back(Steps steps, int input, Signal above) {
        try (Maps below = steps.through(sample.layer()).back(record, above, below(input))) {
            return below.picture(0);
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
        record.given().forEach(Maps::close);
        record.output().close();
    }
}
