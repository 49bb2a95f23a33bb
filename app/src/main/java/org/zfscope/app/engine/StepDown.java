package org.zfscope.app.engine;

import static org.zfscope.models.words.Words.say;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.zfscope.models.Network;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.Target;
import org.zfscope.viz.analysis.Reason;
import org.zfscope.viz.exhibit.ExplainedValue;
import org.zfscope.viz.exhibit.Figure;

/**
 * A neuron that another one's value was made of.
 *
 * @param neuron of the layer below, or a pixel of the network's input
 * @param words what it adds
 * @param share how much that is, for the order
 */
public record StepDown(Target.Neuron neuron, String words, double share) {

    private static final int MOST = 12;

    /** Those that count most, first; none of what explains no value. */
    static List<StepDown> of(Figure figure) {
        if (!(figure instanceof ExplainedValue.Result explained)) {
            return List.of();
        }
        return below(explained).stream()
                .sorted(Comparator.comparing((StepDown step) -> -Math.abs(step.share())))
                .limit(MOST)
                .toList();
    }

    private static List<StepDown> below(ExplainedValue.Result explained) {
        Reason last = explained.explanation().last();
        if (last instanceof Reason.Filtered filtered) {
            return products(filtered);
        }
        return last instanceof Reason.Averaged averaged
                ? averaged(averaged, explained.network(), unit(explained))
                : List.of();
    }

    /** The map in which the way down ends. */
    private static int unit(ExplainedValue.Result explained) {
        int unit = explained.unit().unit();
        for (Reason reason : explained.explanation().reasons()) {
            unit = reason instanceof Reason.Taken taken ? taken.unit() : unit;
        }
        return unit;
    }

    private static List<StepDown> averaged(Reason.Averaged averaged, Network network, int unit) {
        String below = network.node(averaged.layer()).inputs().get(0);
        int width = averaged.values().shape().width();
        return IntStream.range(0, averaged.values().values().length)
                .filter(i -> averaged.values().values()[i] != 0)
                .mapToObj(i -> product(
                        new Target.Neuron(
                                below,
                                unit,
                                averaged.window().y() + i / width,
                                averaged.window().x() + i % width),
                        averaged.values().values()[i],
                        averaged.factor()))
                .toList();
    }

    private static List<StepDown> products(Reason.Filtered filtered) {
        int width = filtered.patch().shape().width();
        int area = filtered.patch().shape().area();
        return IntStream.range(0, filtered.patch().values().length)
                .filter(i -> filtered.patch().values()[i] * filtered.filter().values()[i] != 0)
                .mapToObj(i -> product(filtered, i, i / area, i % area / width, i % width))
                .toList();
    }

    private static StepDown product(Reason.Filtered filtered, int i, int channel, int row, int column) {
        Target.Neuron neuron = new Target.Neuron(
                filtered.input(),
                filtered.first() + channel,
                filtered.window().y() + row * filtered.stride(),
                filtered.window().x() + column * filtered.stride());
        return product(neuron, filtered.patch().values()[i], filtered.filter().values()[i]);
    }

    private static StepDown product(Target.Neuron neuron, float value, float weight) {
        double product = (double) value * weight;
        String words = say(
                "app.step-down.product",
                neuron,
                Quantities.digits(value, 4),
                Quantities.digits(weight, 4),
                Quantities.digits(product, 4));
        return new StepDown(neuron, words, product);
    }

    /** Whether it is a pixel, below which there is nothing. */
    public boolean isPixel() {
        return neuron.layer().equals(Network.INPUT);
    }
}
