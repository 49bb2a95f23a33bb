package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.zfscope.app.viewmodel.GraphBox;
import org.zfscope.app.viewmodel.GraphLayout;
import org.zfscope.app.viewmodel.LayerGraph;
import org.zfscope.app.viewmodel.NetworkGraph;

/** The network drawn from the picture down to the classes. A click on a module opens it. */
final class GraphView extends ScrollPane implements OwnKeys {

    private static final double ROW = 34;
    private static final double HEIGHT = 22;
    private static final double GAP = 8;
    private static final double NARROWEST = 64;
    private static final double WIDEST = 150;
    private static final double MARGIN = 8;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass DIM = PseudoClass.getPseudoClass("dim");

    private final NetworkGraph network;
    private final Pane drawing = new Pane();
    private final Map<GraphBox, Label> labels = new HashMap<>();

    GraphView(NetworkGraph network) {
        this.network = network;
        setId("layer-graph");
        setAccessibleRole(AccessibleRole.TREE_VIEW);
        setAccessibleText(say("app.graph-view.network"));
        setContent(drawing);
        setFocusTraversable(true);
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        network.graph().addListener(o -> draw());
        network.cursor().addListener(o -> mark());
        network.shown().addListener(o -> draw());
        widthProperty().addListener(o -> draw());
    }

    private void draw() {
        drawing.getChildren().clear();
        labels.clear();
        LayerGraph graph = network.graph().get();
        if (!network.shown().get() || graph.boxes().isEmpty()) {
            return;
        }
        GraphLayout layout = network.layout();
        double across = layout.right() - layout.left();
        double column = Math.max(NARROWEST, Math.min(WIDEST, (getWidth() - 2 * MARGIN - 16) / across));
        double middle = Math.max(
                MARGIN - layout.left() * column, (getWidth() - 16) / 2 - (layout.right() + layout.left()) / 2 * column);
        for (LayerGraph.Edge edge : graph.edges()) {
            drawing.getChildren().add(line(layout.line(edge.from(), edge.to()), middle, column));
        }
        for (int i = 0; i < graph.boxes().size(); i++) {
            GraphLayout.Point at = layout.box(i);
            Label label = label(graph.boxes().get(i), column - GAP);
            label.relocate(middle + at.x() * column - (column - GAP) / 2, MARGIN + at.y() * ROW);
            labels.put(graph.boxes().get(i), label);
            drawing.getChildren().add(label);
        }
        drawing.setMinHeight(2 * MARGIN + layout.height() * ROW);
        drawing.setMinWidth(middle + layout.right() * column + MARGIN);
        mark();
    }

    private static Path line(List<GraphLayout.Point> way, double middle, double column) {
        Path path = new Path();
        path.getStyleClass().add("graph-line");
        path.setMouseTransparent(true);
        double x = middle + way.get(0).x() * column;
        double y = MARGIN + way.get(0).y() * ROW + HEIGHT;
        path.getElements().add(new MoveTo(x, y));
        for (int i = 1; i < way.size(); i++) {
            double toX = middle + way.get(i).x() * column;
            double toY = MARGIN + way.get(i).y() * ROW;
            double half = (y + toY) / 2;
            path.getElements().add(new CubicCurveTo(x, half, toX, half, toX, toY));
            boolean passes = i + 1 < way.size();
            y = passes ? toY + HEIGHT : toY;
            x = toX;
            if (passes) {
                path.getElements().add(new javafx.scene.shape.LineTo(x, y));
            }
        }
        return path;
    }

    private Label label(GraphBox box, double width) {
        Label label = new Label(written(box));
        label.getStyleClass()
                .addAll("small", "graph-box", Controls.word(box.kind()).replace(' ', '-'));
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setMinSize(width, HEIGHT);
        label.setMaxSize(width, HEIGHT);
        label.setPrefSize(width, HEIGHT);
        String about = network.about(box);
        label.setTooltip(new Tooltip(about));
        label.setAccessibleText(about);
        label.pseudoClassStateChanged(DIM, !network.isFound(box));
        label.setOnMouseClicked(e -> {
            requestFocus();
            network.choose(box);
        });
        return label;
    }

    private static String written(GraphBox box) {
        return switch (box.kind()) {
            case MODULE -> "+ " + box.label();
            case OPEN_MODULE -> "- " + box.label();
            case LAYER, INPUT -> box.label();
        };
    }

    /** Which layers the search finds has changed. */
    void search() {
        labels.forEach((box, label) -> label.pseudoClassStateChanged(DIM, !network.isFound(box)));
    }

    private void mark() {
        labels.forEach((box, label) -> label.pseudoClassStateChanged(
                SELECTED, network.cursor().get().filter(box::equals).isPresent()));
        Platform.runLater(this::reveal);
    }

    /** The box that one is on, in the middle of what is seen. */
    private void reveal() {
        double hidden = drawing.getHeight() - getViewportBounds().getHeight();
        network.cursor().get().map(labels::get).filter(label -> hidden > 0).ifPresent(label -> {
            double to = label.getLayoutY() + HEIGHT / 2 - getViewportBounds().getHeight() / 2;
            setVvalue(Math.max(0, Math.min(1, to / hidden)));
        });
    }

    private void press(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case UP -> network.move(-1);
            case DOWN -> network.move(1);
            case RIGHT -> network.open();
            case LEFT -> network.close();
            case ENTER, SPACE -> network.cursor().get().ifPresent(network::choose);
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    public boolean takes(KeyCode code) {
        return code.isArrowKey() || code == KeyCode.ENTER || code == KeyCode.SPACE;
    }
}
