package org.zfscope.models.layer;

import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Pooled;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/** The maximum of each window. Padding never wins, ties go to the first in row-major order, windows may overlap. */
public record MaxPool(Geometry geometry) implements Layer {

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        return geometry.pooled(input);
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        Pooled pooled = pool(inputs.get(0));
        pooled.switches().close();
        return pooled.values();
    }

    /** The way forward that records the switches. */
    public Pooled pool(Maps input) {
        return input.engine().maxPool(input, geometry);
    }

    @Override
    public Window reach(Window output, Shape input) {
        return geometry.reach(output);
    }
}
