package org.zfscope.app.viewmodel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.viz.analysis.TopActivations;

/** The layers that a scan watches. */
public final class ScanLayers {

    /** Which ones. */
    public enum Which {
        /** All ReLUs and the classes' scores, and with them whatever these tell of. */
        USUAL,
        /** Every layer. */
        ALL,
        /** Those with a tick. */
        CHOSEN
    }

    /** A layer with its tick. */
    public record Choice(String layer, BooleanProperty on) {}

    private final Inspector inspector;
    private final ObjectProperty<Which> which = new SimpleObjectProperty<>(Which.USUAL);
    private final ObservableList<Choice> choices =
            FXCollections.observableArrayList(choice -> new Observable[] {choice.on()});

    ScanLayers(Inspector inspector) {
        this.inspector = inspector;
        inspector.results().network().addListener((all, before, now) -> fill(now));
    }

    private void fill(Optional<Network> network) {
        Set<String> usual = network.map(TopActivations::usualLayers)
                .<Set<String>>map(HashSet::new)
                .orElse(Set.of());
        List<Choice> made = new ArrayList<>();
        for (String name : names(network)) {
            made.add(new Choice(name, new SimpleBooleanProperty(usual.contains(name))));
        }
        choices.setAll(made);
        which.set(Which.USUAL);
    }

    private static List<String> names(Optional<Network> network) {
        return network.stream()
                .flatMap(net -> net.nodes().stream())
                .map(Node::name)
                .toList();
    }

    /** Those that are watched; none where an index that is gone on with may say. */
    Optional<List<String>> wanted() {
        return switch (which.get()) {
            case USUAL -> Optional.empty();
            case ALL -> Optional.of(names(inspector.results().network().get()));
            case CHOSEN ->
                Optional.of(choices.stream()
                        .filter(choice -> choice.on().get())
                        .map(Choice::layer)
                        .toList());
        };
    }

    /** Whether a tick is missing: nothing would be watched. */
    public BooleanBinding none() {
        return Bindings.createBooleanBinding(
                () -> wanted().filter(List::isEmpty).isPresent(), which, choices);
    }

    public ObjectProperty<Which> which() {
        return which;
    }

    /** Every layer, in the network's order. */
    public ObservableList<Choice> choices() {
        return choices;
    }
}
