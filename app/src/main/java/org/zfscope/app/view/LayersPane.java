package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.zfscope.app.viewmodel.Inspector;
import org.zfscope.app.viewmodel.LayerRow;
import org.zfscope.app.viewmodel.Layers;
import org.zfscope.app.viewmodel.Workbench;

/** The left: the network's layers in order, with a field to search them. */
final class LayersPane extends VBox {

    private static final double LANE = 9;
    private static final double ROW = 38;

    private final Inspector inspector;
    private final Layers layers;
    private final ListView<LayerRow> list = new ListView<>();
    private final WayField search;
    private final GraphView graph;
    private boolean following;

    LayersPane(Workbench bench) {
        super(6);
        this.inspector = bench.inspector();
        this.layers = bench.layers();
        setId("layers");
        getStyleClass().addAll("pane", "pane-head");
        this.search = new WayField(
                "layer-search",
                say("app.layers-pane.search-layers-name-kind"),
                layers.search(),
                Map.of(
                        KeyCode.ENTER, this::first,
                        KeyCode.DOWN, this::intoList,
                        KeyCode.ESCAPE, this::leave));
        search.setPromptText(say("app.layers-pane.search-layers"));
        this.graph = new GraphView(bench.graph());
        layers.search().addListener(o -> graph.search());
        layers.mainOnly().addListener(o -> graph.search());
        list.setId("layer-list");
        Controls.explain(list, say("app.layers-pane.layers-network"));
        list.setItems(layers.found());
        list.setCellFactory(view -> new Cell());
        list.fixedCellSizeProperty().bind(bench.preferences().text().multiply(ROW / 100));
        list.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> choose(now));
        inspector.choices().layer().addListener(o -> follow());
        layers.found().addListener((ListChangeListener<LayerRow>) c -> follow());
        Label none = Controls.small("");
        none.textProperty()
                .bind(Bindings.when(Bindings.isEmpty(layers.all()))
                        .then("")
                        .otherwise(say("app.layers-pane.no-layer-matches")));
        list.setPlaceholder(none);
        StackPane either = new StackPane(list, graph);
        shownWhen(graph, bench.graph().shown());
        shownWhen(list, bench.graph().shown().not());
        setVgrow(either, Priority.ALWAYS);
        getChildren().addAll(head(bench), search, either);
    }

    private static void shownWhen(Node node, ObservableBooleanValue condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    private HBox head(Workbench bench) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        ToggleButton main =
                Controls.toggle(say("app.layers-pane.main"), say("app.layers-pane.main-why"), layers.mainOnly());
        main.setId("layers-main");
        ToggleButton drawn = Controls.toggle(
                say("app.layers-pane.graph"),
                say("app.layers-pane.graph-why"),
                bench.graph().shown());
        drawn.setId("layers-graph");
        HBox head = new HBox(4, Controls.heading(say("app.layers-pane.layers")), space, main, drawn);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    WayField search() {
        return search;
    }

    private void first() {
        if (!layers.found().isEmpty()) {
            layers.chooseFirst();
            intoList();
        }
    }

    private void intoList() {
        if (graph.isVisible()) {
            graph.requestFocus();
        } else if (!layers.found().isEmpty()) {
            list.requestFocus();
            if (list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().select(0);
            }
        }
    }

    private void leave() {
        layers.search().set("");
        intoList();
    }

    private void choose(LayerRow row) {
        if (row != null && !following) {
            inspector.selection().layer(row.name());
        }
    }

    /** Selects the layer that is shown, without asking for it again. */
    private void follow() {
        following = true;
        Optional<LayerRow> shown = layers.found().stream()
                .filter(row -> inspector
                        .choices()
                        .layer()
                        .get()
                        .filter(row.name()::equals)
                        .isPresent())
                .findFirst();
        shown.ifPresentOrElse(
                row -> {
                    list.getSelectionModel().select(row);
                    list.scrollTo(Math.max(0, layers.found().indexOf(row) - 3));
                },
                list.getSelectionModel()::clearSelection);
        following = false;
    }

    /** Name and shape, below them kind and receptive field; at the left the lanes of the network's branches. */
    private static final class Cell extends ListCell<LayerRow> {

        private final Label name = new Label();
        private final Label shape = Controls.small("");
        private final Label about = Controls.small("");
        private final Pane lanes = new Pane();
        private final HBox row;

        Cell() {
            name.getStyleClass().add("layer-name");
            name.setMinWidth(0);
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            shape.getStyleClass().add("layer-shape");
            shape.setMinWidth(USE_PREF_SIZE);
            about.setMinWidth(0);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            HBox title = new HBox(6, name, space, shape);
            title.setAlignment(Pos.BASELINE_LEFT);
            VBox text = new VBox(title, about);
            HBox.setHgrow(text, Priority.ALWAYS);
            text.setMinWidth(0);
            row = new HBox(4, lanes, text);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(LayerRow item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            name.setText(item.name());
            shape.setText(item.size());
            about.setText(item.details());
            setTooltip(new Tooltip(item.about()));
            setAccessibleText(item.name() + ", " + shape.getText() + ", " + about.getText());
            draw(item);
            setGraphic(row);
        }

        private void draw(LayerRow item) {
            double height = getListView().getFixedCellSize();
            lanes.getChildren().clear();
            lanes.setMinWidth(LANE * item.lanes());
            lanes.setPrefWidth(LANE * item.lanes());
            for (int lane = 0; lane < item.lanes(); lane++) {
                Line line = new Line(LANE * lane + 4, -4, LANE * lane + 4, height - 2);
                line.getStyleClass().add("lane");
                line.setManaged(false);
                lanes.getChildren().add(line);
            }
            Circle dot = new Circle(LANE * item.lane() + 4, height / 2 - 4, 3.5);
            dot.getStyleClass().add("lane-dot");
            dot.setManaged(false);
            lanes.getChildren().add(dot);
        }
    }
}
