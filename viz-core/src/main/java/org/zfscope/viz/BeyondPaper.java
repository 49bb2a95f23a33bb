package org.zfscope.viz;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.zfscope.models.Network;
import org.zfscope.models.layer.Activation;
import org.zfscope.models.layer.ClippedRelu;
import org.zfscope.models.layer.Curve;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.LeakyRelu;
import org.zfscope.models.layer.Multiply;
import org.zfscope.models.layer.ParametricRelu;
import org.zfscope.viz.deconv.GateRule;
import org.zfscope.viz.deconv.ReluRule;

/**
 * What a rule does in a network that the paper it is from does not say: it knew ReLUs, and current networks have other
 * activations and gates.
 */
public final class BeyondPaper {

    private final Network network;

    private BeyondPaper(Network network) {
        this.network = network;
    }

    /** One sentence for each such thing; none where the rule means what its paper says. */
    public static List<String> notes(Network network, Method method) {
        return new BeyondPaper(network).notes(method);
    }

    private List<String> notes(Method method) {
        List<String> notes = new ArrayList<>();
        boolean derivative = method.relu() == ReluRule.GRADIENT;
        if (!derivative && has(ClippedRelu.class::isInstance)) {
            notes.add(say("viz.beyond-paper.ceiling"));
        }
        if (!derivative && has(layer -> layer instanceof LeakyRelu || layer instanceof ParametricRelu)) {
            notes.add(say("viz.beyond-paper.slopes"));
        }
        Set<String> smooth = kinds(layer -> layer instanceof Activation && !isGate(layer));
        if (!derivative && !smooth.isEmpty()) {
            notes.add(say("viz.beyond-paper.smooth", String.join(", ", smooth)));
        }
        Set<String> gates = kinds(BeyondPaper::isGate);
        if (!gates.isEmpty() && method.gates() == GateRule.HOLD) {
            notes.add(say("viz.beyond-paper.held", String.join(", ", gates)));
        } else if (!gates.isEmpty() && !derivative) {
            notes.add(say("viz.beyond-paper.derived", String.join(", ", gates)));
        }
        return notes;
    }

    /** Whether a layer multiplies what comes to it by something that depends on the picture too. */
    public static boolean isGate(Layer layer) {
        return layer instanceof Multiply
                || (layer instanceof Activation activation && activation.curve() instanceof Curve.Gated);
    }

    private boolean has(Predicate<Layer> wanted) {
        return network.nodes().stream().anyMatch(node -> wanted.test(node.layer()));
    }

    private Set<String> kinds(Predicate<Layer> wanted) {
        Set<String> kinds = new TreeSet<>();
        network.nodes().stream()
                .filter(node -> wanted.test(node.layer()))
                .forEach(node -> kinds.add(node.layer().kind()));
        return kinds;
    }
}
