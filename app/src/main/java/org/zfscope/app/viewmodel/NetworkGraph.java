package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.zfscope.models.words.Quantities;

/** The network drawn, with modules open or closed, and which box one is on. */
public final class NetworkGraph {

    private final Inspector inspector;
    private final Layers layers;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final Set<String> flipped = new HashSet<>();
    private final ReadOnlyObjectWrapper<LayerGraph> graph = new ReadOnlyObjectWrapper<>(LayerGraph.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<GraphBox>> cursor = new ReadOnlyObjectWrapper<>(Optional.empty());

    NetworkGraph(Inspector inspector, Layers layers) {
        this.inspector = inspector;
        this.layers = layers;
        inspector.results().network().addListener((all, before, now) -> {
            flipped.clear();
            draw();
        });
        inspector.choices().layer().addListener((all, before, now) -> follow());
    }

    private void draw() {
        graph.set(inspector
                .results()
                .network()
                .get()
                .map(network -> LayerGraph.of(network, flipped))
                .orElse(LayerGraph.NOTHING));
        follow();
    }

    /** On the box that holds the layer that is shown. */
    private void follow() {
        int at = inspector
                .choices()
                .layer()
                .get()
                .map(name -> layers.all().stream().map(LayerRow::name).toList().indexOf(name))
                .orElse(-1);
        boolean there = at >= 0 && !graph.get().boxes().isEmpty();
        cursor.set(there ? Optional.of(graph.get().boxes().get(graph.get().box(at))) : Optional.empty());
    }

    /** Shows a box's layer; opens a module, or closes it again. */
    public void choose(GraphBox box) {
        switch (box.kind()) {
            case LAYER -> inspector.selection().layer(box.id());
            case MODULE, OPEN_MODULE -> flip(box);
            case INPUT -> {}
        }
    }

    private void flip(GraphBox box) {
        if (!flipped.remove(box.id())) {
            flipped.add(box.id());
        }
        draw();
        graph.get().boxes().stream()
                .filter(b -> b.id().equals(box.id()))
                .findFirst()
                .ifPresent(b -> cursor.set(Optional.of(b)));
    }

    /** Opens the module that one is on. */
    public void open() {
        cursor.get().filter(box -> box.kind() == GraphBox.Kind.MODULE).ifPresent(this::flip);
    }

    /** Closes the module that one is on or in. */
    public void close() {
        cursor.get().flatMap(this::innermost).ifPresent(this::flip);
    }

    private Optional<GraphBox> innermost(GraphBox box) {
        return graph.get().boxes().stream()
                .filter(b -> b.kind() == GraphBox.Kind.OPEN_MODULE && b.from() <= box.from() && b.to() >= box.to())
                .reduce((wider, narrower) -> narrower);
    }

    /** So many boxes further on; a layer is shown at once. */
    public void move(int places) {
        List<GraphBox> boxes = graph.get().boxes();
        if (boxes.size() > 1) {
            int at = cursor.get().map(boxes::indexOf).orElse(0);
            GraphBox next = boxes.get(Math.max(1, Math.min(boxes.size() - 1, at + places)));
            cursor.set(Optional.of(next));
            if (next.kind() == GraphBox.Kind.LAYER) {
                choose(next);
            }
        }
    }

    /** Where the boxes are drawn. */
    public GraphLayout layout() {
        return new GraphLayout(graph.get());
    }

    /** What a box is, for people. */
    public String about(GraphBox box) {
        return switch (box.kind()) {
            case INPUT ->
                inspector
                        .results()
                        .network()
                        .get()
                        .map(n -> say(
                                "app.network-graph.input",
                                Quantities.shape(
                                        n.input().channels(),
                                        n.input().height(),
                                        n.input().width())))
                        .orElse("");
            case LAYER -> layers.all().get(box.from()).about();
            case MODULE -> say("app.network-graph.module", box.label(), box.to() - box.from());
            case OPEN_MODULE -> say("app.network-graph.open-module", box.label(), box.to() - box.from());
        };
    }

    /** Whether one of a box's layers is found by the search. */
    public boolean isFound(GraphBox box) {
        if (box.kind() == GraphBox.Kind.INPUT) {
            return true;
        }
        return layers.all().subList(box.from(), box.to()).stream().anyMatch(layers::matches);
    }

    /** Whether the layers are drawn and not listed. */
    public BooleanProperty shown() {
        return shown;
    }

    public ReadOnlyObjectProperty<LayerGraph> graph() {
        return graph.getReadOnlyProperty();
    }

    /** The box that one is on. */
    public ReadOnlyObjectProperty<Optional<GraphBox>> cursor() {
        return cursor.getReadOnlyProperty();
    }
}
