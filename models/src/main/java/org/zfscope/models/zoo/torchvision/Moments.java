package org.zfscope.models.zoo.torchvision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zfscope.models.Network;
import org.zfscope.models.layer.Add;
import org.zfscope.models.layer.ClippedRelu;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.zoo.torchvision.Plan.Filters;
import org.zfscope.models.zoo.torchvision.Plan.Matrix;
import org.zfscope.models.zoo.torchvision.Plan.Norm;
import org.zfscope.models.zoo.torchvision.Plan.Plain;

/**
 * How large a network's values are to be expected, over all random weights of variance 2 / inputs [He2015]: the mean of
 * their squares behind each layer. Inputs have 1; a layer with weights doubles it, a ReLU halves what is as often negative as
 * positive, a sum adds it up, a batch norm that is settled on it makes it 1. Borders and maxima are not counted.
 */
final class Moments {

    /**
     * A mean of squares.
     *
     * @param rectified of values that are not negative
     * @param signed of values that are as often negative as positive
     */
    private record Squares(float rectified, float signed) {

        private static final Squares ONE = new Squares(0, 1);

        float all() {
            return rectified + signed;
        }

        Squares plus(Squares other, float share) {
            return new Squares(rectified + share * other.rectified, signed + share * other.signed);
        }
    }

    private final Map<String, Squares> squares = new HashMap<>(Map.of(Network.INPUT, Squares.ONE));
    private final Map<String, Integer> channels = new HashMap<>();
    private final Map<String, Float> settled = new HashMap<>();

    private Moments() {}

    /** What the variance of each batch norm has to be for its output to have variance 1, by the norm's name. */
    static Map<String, Float> settled(Blueprint blueprint) {
        Moments moments = new Moments();
        blueprint.parts().forEach(moments::add);
        return moments.settled;
    }

    private void add(Part part) {
        Squares before = before(part);
        channels.put(part.name(), part.channels());
        if (part.plan() instanceof Norm) {
            settled.put(part.name(), before.all());
        }
        squares.put(part.name(), after(part.plan(), before));
    }

    /** Of all inputs together: a sum's inputs add up, those of other layers count by their maps. */
    private Squares before(Part part) {
        List<String> inputs = part.inputs();
        if (inputs.size() == 1) {
            return squares.getOrDefault(inputs.get(0), Squares.ONE);
        }
        boolean adds = part.plan() instanceof Plain plain && plain.made() instanceof Add;
        Squares sum = new Squares(0, 0);
        for (String input : inputs) {
            float share = adds ? 1 : channels.getOrDefault(input, 0) / (float) part.channels();
            sum = sum.plus(squares.getOrDefault(input, Squares.ONE), share);
        }
        return sum;
    }

    private static Squares after(Plan plan, Squares before) {
        if (plan instanceof Filters || plan instanceof Matrix) {
            return new Squares(0, 2 * before.all());
        }
        if (plan instanceof Norm) {
            return Squares.ONE;
        }
        return plan instanceof Plain plain && rectifies(plain.made())
                ? new Squares(before.rectified + before.signed / 2, 0)
                : before;
    }

    private static boolean rectifies(Layer layer) {
        return layer instanceof Relu || layer instanceof ClippedRelu;
    }
}
