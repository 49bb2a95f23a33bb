package org.zfscope.viz.deconv;

import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Engine;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;

/** Back through a ReLU, by one of the three rules. */
record Rectify(ReluRule rule) implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        if (above.places().equals(below.places())) {
            return rectified(record, above);
        }
        try (Signal moved = new Signal(SignalMaps.move(above, below), below.places())) {
            return rectified(record, moved);
        }
    }

    private Maps rectified(LayerRecord record, Signal signal) {
        Engine engine = signal.engine();
        if (!rule.looksForward()) {
            return engine.rectify(signal.values());
        }
        // f > 0 just where max(f, 0) > 0, and of the two a run keeps the second
        Maps open = engine.masked(signal, record.output());
        if (!rule.rectifiesSignal()) {
            return open;
        }
        try (open) {
            return engine.rectify(open);
        }
    }
}
