package org.zfscope.viz.deconv;

import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.Activation;
import org.zfscope.models.layer.Curve;

/**
 * Back through a smooth activation: the signal times its derivative at the values of the way forward; or, where gates are
 * held and the activation is x * g(x), times g(x).
 */
record Derive(Curve curve, GateRule gates) implements Step {

    Derive(Activation layer, GateRule gates) {
        this(layer.curve(), gates);
    }

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        Maps input = record.input(0);
        return SignalMaps.each(above, below, (from, in, to, out, channel) -> {
            from.window().copy(in, out, to.window());
            float[] x = SignalMaps.forward(input, to, channel);
            for (int i = 0; i < out.length; i++) {
                out[i] = out[i] == 0 ? 0 : (float) (out[i] * slope(x[i]));
            }
        });
    }

    private double slope(double x) {
        return gates == GateRule.HOLD ? curve.held(x) : curve.derivative(x);
    }
}
