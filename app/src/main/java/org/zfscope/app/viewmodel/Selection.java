package org.zfscope.app.viewmodel;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.layer.Relu;
import org.zfscope.viz.Target;
import org.zfscope.viz.exhibit.TileSheet;

/**
 * Where in the network the user is: a layer and the cursor on one of its units. What is projected follows the cursor,
 * unless it is frozen.
 */
public final class Selection {

    /** Of the layers that fire, the one this far up is shown first: neither edges nor maps of a few pixels. */
    private static final double FIRST_LAYER = 0.5;

    private final Choices choices;
    private final Results results;
    private final Changes changes;
    private final ReadOnlyIntegerWrapper unit = new ReadOnlyIntegerWrapper();
    private final BooleanProperty frozen = new SimpleBooleanProperty();

    Selection(Choices choices, Results results, Changes changes) {
        this.choices = choices;
        this.results = results;
        this.changes = changes;
    }

    /** The unit under the cursor. */
    public ReadOnlyIntegerProperty unit() {
        return unit.getReadOnlyProperty();
    }

    /** Whether what is projected stays while the cursor moves. */
    public BooleanProperty frozen() {
        return frozen;
    }

    /** Whether a network has what is chosen. */
    boolean isIn(Network network) {
        return choices.layer().get().filter(name -> !network.has(name)).isEmpty()
                && choices.target()
                        .get()
                        .filter(target -> !target.isIn(network))
                        .isEmpty();
    }

    /** Keeps layer and target where a newly opened network has them too; else starts at a layer of its own. */
    void fit(Network network) {
        if (choices.layer().get().filter(network::has).isEmpty()) {
            choices.layer().set(Optional.of(first(network)));
            choices.target().set(Optional.empty());
        }
        if (choices.target().get().filter(t -> !t.isIn(network)).isPresent()) {
            frozen.set(false);
            choices.target().set(Optional.empty());
        }
        String layer = choices.layer().get().orElseThrow();
        int units = network.shape(layer).channels();
        unit.set(choices.target()
                .get()
                .flatMap(Target::map)
                .filter(map -> map.layer().equals(layer))
                .map(Target.Strongest::unit)
                .orElse(Math.min(unit.get(), units - 1)));
    }

    private static String first(Network network) {
        List<Node> firing = network.nodes().stream()
                .filter(n ->
                        n.layer() instanceof Relu && !network.shape(n.name()).isFlat())
                .toList();
        return firing.isEmpty()
                ? network.nodes().get(0).name()
                : firing.get((int) (firing.size() * FIRST_LAYER)).name();
    }

    /** Nobody has chosen a unit yet, so the strongest is. */
    void suggest(TileSheet maps) {
        if (choices.target().get().isEmpty() && !maps.tiles().isEmpty()) {
            choose(maps.strongest());
        }
    }

    /** Another layer; the cursor stays on the unit of the same number, if there is one. */
    public void layer(String name) {
        results.network()
                .get()
                .filter(n -> n.has(name))
                .ifPresent(network -> changes.together(() -> {
                    choices.layer().set(Optional.of(name));
                    choose(Math.min(unit.get(), network.shape(name).channels() - 1));
                }));
    }

    /** The layer so many places further up (or down) the network. */
    public void layerBy(int places) {
        results.network().get().ifPresent(network -> {
            List<String> names = network.nodes().stream().map(Node::name).toList();
            int at = choices.layer().get().map(names::indexOf).orElse(0);
            layer(names.get(Math.max(0, Math.min(names.size() - 1, at + places))));
        });
    }

    /** Puts the cursor on a unit of the layer, and projects its strongest neuron. */
    public void choose(int number) {
        choices.layer()
                .get()
                .ifPresent(layer -> changes.together(() -> {
                    unit.set(number);
                    aim(new Target.Strongest(layer, number));
                }));
    }

    /** Projects one neuron of the unit that is projected now. */
    public void neuron(int y, int x) {
        results.unit().get().ifPresent(sheet -> {
            var projected = sheet.projection().unit();
            choices.target().set(Optional.of(new Target.Neuron(projected.layer(), projected.unit(), y, x)));
        });
    }

    /** Projects one neuron anywhere; the cursor goes to its unit where its layer is shown. */
    public void neuron(Target.Neuron neuron) {
        changes.together(() -> {
            if (choices.layer().get().equals(Optional.of(neuron.layer()))) {
                unit.set(neuron.unit());
            }
            choices.target().set(Optional.of(neuron));
        });
    }

    /** Projects something anywhere in the network, and shows the layer that it lies in. What was held is let go. */
    void go(Target target) {
        Optional<String> layer = target.map().map(Target.Strongest::layer).or(() -> choices.layer()
                .get());
        layer.ifPresent(name -> go(name, target));
    }

    /** Projects something while that layer is shown. */
    void go(String layer, Target target) {
        changes.together(() -> {
            frozen.set(false);
            choices.layer().set(Optional.of(layer));
            target.map().filter(map -> map.layer().equals(layer)).ifPresent(map -> unit.set(map.unit()));
            choices.target().set(Optional.of(target));
        });
    }

    /** Projects the whole map of the unit that is projected now, or again its strongest neuron. */
    public void wholeMap(boolean whole) {
        results.unit().get().ifPresent(sheet -> {
            var projected = sheet.projection().unit();
            Target strongest = new Target.Strongest(projected.layer(), projected.unit());
            Target all = new Target.WholeMap(projected.layer(), projected.unit());
            choices.target().set(Optional.of(whole ? all : strongest));
        });
    }

    /** Whether a whole map is projected. */
    public boolean isWholeMap() {
        return choices.target().get().filter(Target::isWholeMap).isPresent();
    }

    /** From one neuron to the whole map and back. */
    public void flipWholeMap() {
        wholeMap(!isWholeMap());
    }

    /** Projects the score of a class. */
    public void classScore(int index) {
        choices.target().set(Optional.of(new Target.ClassScore(index)));
    }

    private void aim(Target target) {
        if (!frozen.get()) {
            choices.target().set(Optional.of(target));
        }
    }
}
