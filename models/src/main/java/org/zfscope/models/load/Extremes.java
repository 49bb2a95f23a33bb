package org.zfscope.models.load;

import java.util.List;
import org.zfscope.models.layer.Add;
import org.zfscope.models.layer.Affine;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/**
 * The largest or smallest of several maps at each position, by layers that there are: a + relu(b - a), and a - relu(a - b).
 *
 * @param <V> what a loader calls the output of a layer
 * @param making the loader's own way to make a layer
 */
public record Extremes<V>(Making<V> making) {

    private static final Layer NEGATIVE = Affine.scale(new Tensor(Shape.flat(1), new float[] {-1}));

    /**
     * Makes layers.
     *
     * @param <V> what a loader calls the output of a layer
     */
    public interface Making<V> {

        /** One on the way, whose name ends so. */
        V part(String ending, Layer layer, List<V> inputs);

        /** The one that is called as the file has it. */
        V last(Layer layer, List<V> inputs);
    }

    public V largest(List<V> inputs) {
        V found = inputs.get(0);
        for (int i = 1; i < inputs.size(); i++) {
            V gain = positive(inputs.get(i), negative(found));
            found = i == inputs.size() - 1 ? last(found, gain) : soFar(found, gain);
        }
        return found;
    }

    public V smallest(List<V> inputs) {
        V found = inputs.get(0);
        for (int i = 1; i < inputs.size(); i++) {
            V loss = negative(positive(found, negative(inputs.get(i))));
            found = i == inputs.size() - 1 ? last(found, loss) : soFar(found, loss);
        }
        return found;
    }

    private V negative(V value) {
        return making.part("negative", NEGATIVE, List.of(value));
    }

    private V positive(V value, V less) {
        V difference = making.part("difference", new Add(), List.of(value, less));
        return making.part("gain", new Relu(), List.of(difference));
    }

    private V soFar(V found, V change) {
        return making.part("so_far", new Add(), List.of(found, change));
    }

    private V last(V found, V change) {
        return making.last(new Add(), List.of(found, change));
    }
}
