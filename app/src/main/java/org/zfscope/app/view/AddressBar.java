package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.Map;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.zfscope.app.viewmodel.AddressLine;
import org.zfscope.app.viewmodel.Suggestion;

/** The unit's address, to be typed over; below it what may be meant, or what is wrong. */
final class AddressBar extends VBox {

    private static final double ROW = 22;
    private static final int MOST_ROWS = 10;

    private final AddressLine line;
    private final Runnable leave;
    private final WayField field;
    private final ListView<Suggestion> list = new ListView<>();

    /**
     * Of a window.
     *
     * @param leave gives the focus back to the maps
     */
    AddressBar(AddressLine line, Runnable leave) {
        super(2);
        this.line = line;
        this.leave = leave;
        this.field = new WayField(
                "unit-address",
                say("app.address-bar.address"),
                line.text(),
                Map.of(
                        KeyCode.ENTER,
                        this::enter,
                        KeyCode.DOWN,
                        () -> move(1),
                        KeyCode.UP,
                        () -> move(-1),
                        KeyCode.ESCAPE,
                        this::back));
        field.setPromptText(say("app.address-bar.prompt"));
        field.getStyleClass().add("address");
        field.focusedProperty().addListener((all, before, now) -> focus(now));
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox row = new HBox(
                6,
                field,
                Controls.button(
                        say("app.unit-pane.copy"),
                        say("app.unit-pane.copy-units-address"),
                        () -> Clipboards.text(field.getText())));
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, problem());
        fill();
    }

    private Label problem() {
        Label problem = Controls.small("");
        problem.setId("address-problem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.textProperty().bind(line.problem());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private void fill() {
        list.setId("address-suggestions");
        Controls.explain(list, say("app.address-bar.suggestions"));
        list.setItems(line.suggestions());
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setManaged(false);
        list.setVisible(false);
        list.setCellFactory(view -> new Cell());
        list.setOnMouseClicked(e -> choose());
        line.suggestions().addListener((ListChangeListener<Suggestion>) c -> show());
        heightProperty().addListener(o -> {
            if (list.isVisible()) {
                place();
            }
        });
    }

    /** The list lies over what is below the field, so it belongs to the pane that has both. */
    void over(Pane pane) {
        pane.getChildren().add(list);
    }

    WayField field() {
        return field;
    }

    private void show() {
        boolean wanted = !line.suggestions().isEmpty() && field.isFocused();
        list.setVisible(wanted);
        if (wanted) {
            list.getSelectionModel().clearSelection();
            place();
        }
    }

    /** Below the field, and below what is wrong. */
    private void place() {
        Bounds at = list.getParent().sceneToLocal(field.localToScene(field.getBoundsInLocal()));
        Bounds all = list.getParent().sceneToLocal(localToScene(getLayoutBounds()));
        double rows = Math.min(MOST_ROWS, line.suggestions().size());
        list.resizeRelocate(at.getMinX(), all.getMaxY() + 1, at.getWidth(), rows * ROW + 4);
    }

    private void focus(boolean now) {
        if (now) {
            Platform.runLater(field::selectAll); // after the click that brought the focus has placed the caret
        } else if (!list.isPressed()) {
            line.back();
        }
    }

    private void move(int by) {
        if (list.isVisible()) {
            int to = list.getSelectionModel().getSelectedIndex() + by;
            list.getSelectionModel()
                    .clearAndSelect(Math.max(0, Math.min(line.suggestions().size() - 1, to)));
            list.scrollTo(Math.max(0, to - MOST_ROWS + 1));
        }
    }

    private void enter() {
        if (list.isVisible() && list.getSelectionModel().getSelectedItem() != null) {
            choose();
        } else if (line.go()) {
            leave.run();
        }
    }

    private void choose() {
        Suggestion chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && line.go(chosen)) {
            leave.run();
        }
    }

    private void back() {
        line.back();
        leave.run();
    }

    private static final class Cell extends ListCell<Suggestion> {

        private final Label address = new Label();
        private final Label about = Controls.small("");
        private final HBox row;

        Cell() {
            address.getStyleClass().addAll("address", "small-address");
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            about.setMinWidth(60);
            about.setAlignment(Pos.CENTER_RIGHT);
            row = new HBox(6, address, space, about);
            row.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Suggestion item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            address.setText(item.address());
            about.setText(item.about());
            setAccessibleText(item.address() + ", " + item.about());
            setGraphic(row);
        }
    }
}
