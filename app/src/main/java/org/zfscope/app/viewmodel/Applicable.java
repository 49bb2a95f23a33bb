package org.zfscope.app.viewmodel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.zfscope.app.engine.Request;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.layer.Activation;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.LeakyRelu;
import org.zfscope.models.layer.LocalResponseNorm;
import org.zfscope.models.layer.ParametricRelu;
import org.zfscope.models.layer.Rectifying;
import org.zfscope.models.layer.SpatialResponseNorm;
import org.zfscope.viz.BeyondPaper;
import org.zfscope.viz.ClassScores;
import org.zfscope.viz.Target;
import org.zfscope.viz.exhibit.LayerExhibit;
import org.zfscope.viz.render.Scale;

/** Which choices make a difference to what is shown now. The others are not offered. */
public final class Applicable {

    private final Inspector inspector;
    private final Choices choices;

    Applicable(Inspector inspector) {
        this.inspector = inspector;
        this.choices = inspector.choices();
    }

    /** Whether the way back from the unit passes what the rules treat differently. */
    public BooleanBinding rule() {
        return below(layer -> layer instanceof Rectifying
                || layer instanceof LeakyRelu
                || layer instanceof ParametricRelu
                || layer instanceof Activation);
    }

    /** Whether it passes a normalisation of neighbours. */
    public BooleanBinding lrn() {
        return below(layer -> layer instanceof LocalResponseNorm || layer instanceof SpatialResponseNorm);
    }

    /** Whether it passes a gate. */
    public BooleanBinding gates() {
        return below(BeyondPaper::isGate);
    }

    /** Whether something is projected. */
    public BooleanBinding unit() {
        return Bindings.createBooleanBinding(
                () -> inspector.results().unit().get().isPresent(),
                inspector.results().unit());
    }

    /** Whether the unit has more than one neuron. */
    public BooleanBinding wholeMap() {
        return Bindings.createBooleanBinding(
                () -> network()
                        .flatMap(net -> map().filter(map -> net.has(map.layer()))
                                .map(map -> !net.shape(map.layer()).isFlat()))
                        .orElse(false),
                inspector.results().network(),
                choices.target());
    }

    /** Whether the tiles that are shown depend on the scale. */
    public BooleanBinding scale() {
        return differs(request ->
                request.withScale(request.scale() == Scale.Shared.TILE ? Scale.Shared.LAYER : Scale.Shared.TILE));
    }

    /** Whether they depend on the gain of maps. */
    public BooleanBinding mapsGain() {
        return differs(request -> request.withMapsGain(2 * request.mapsGain()));
    }

    private BooleanBinding differs(UnaryOperator<Request> change) {
        return Bindings.createBooleanBinding(
                () -> {
                    Request now = inspector.request();
                    return !tiles(now).equals(tiles(change.apply(now)));
                },
                choices.kind(),
                choices.layer(),
                choices.model(),
                choices.picture());
    }

    private static Optional<LayerExhibit> tiles(Request request) {
        return request.ofLayer().map(LayerExhibit::ofTiles);
    }

    private BooleanBinding below(Predicate<Layer> wanted) {
        return Bindings.createBooleanBinding(
                () -> network()
                        .flatMap(net -> top(net).map(layer -> passes(net, layer, wanted)))
                        .orElse(true),
                inspector.results().network(),
                choices.target());
    }

    private Optional<Network> network() {
        return inspector.results().network().get();
    }

    private Optional<Target.Strongest> map() {
        return choices.target().get().flatMap(Target::map);
    }

    /** Where the way back begins. */
    private Optional<String> top(Network network) {
        return choices.target()
                .get()
                .map(target -> target.map().map(Target.Strongest::layer).orElse(ClassScores.layer(network)))
                .filter(network::has);
    }

    private static boolean passes(Network network, String from, Predicate<Layer> wanted) {
        Set<String> seen = new HashSet<>(Set.of(Network.INPUT));
        Deque<String> open = new ArrayDeque<>(Set.of(from));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (seen.add(name)) {
                Node node = network.node(name);
                if (wanted.test(node.layer())) {
                    return true;
                }
                open.addAll(node.inputs());
            }
        }
        return false;
    }
}
