package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.zfscope.app.viewmodel.FilmOrder;
import org.zfscope.app.viewmodel.FilmStrip;
import org.zfscope.app.viewmodel.Workbench;

/** The pictures that are open, how many there are, and which of them are seen in which order. */
final class FilmPane extends VBox {

    /** Of a cell, with what is around it. */
    private static final double PICTURE = 68;

    /** Name and class below it, at the usual size of text. */
    private static final double LINES = 32;

    private final FilmStrip pictures;
    private final ListView<Path> film = new ListView<>();

    FilmPane(Workbench bench) {
        super(2);
        this.pictures = bench.pictures();
        setMinWidth(0);
        film.setId("film");
        Controls.explain(film, say("app.bottom-bar.pictures-open"));
        film.setOrientation(Orientation.HORIZONTAL);
        film.setItems(pictures.order().shown());
        film.setCellFactory(view -> new FilmCell(bench));
        film.prefHeightProperty()
                .bind(bench.preferences().text().multiply(LINES / 100).add(PICTURE));
        film.minHeightProperty().bind(film.prefHeightProperty());
        film.setMinWidth(0);
        film.setPlaceholder(Controls.small(say("app.bottom-bar.pictures-folders-dropped-come")));
        film.setOnMouseClicked(e -> {
            Path chosen = film.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                pictures.show(chosen);
            }
        });
        bench.choices()
                .picture()
                .addListener(o -> follow(bench.choices().picture().get()));
        pictures.order().shown().addListener((ListChangeListener<Path>)
                c -> follow(bench.choices().picture().get()));
        getChildren().addAll(head(), film);
    }

    private void follow(Optional<Path> shown) {
        int at = shown.map(film.getItems()::indexOf).orElse(-1);
        if (at < 0) {
            film.getSelectionModel().clearSelection();
        } else if (film.getSelectionModel().getSelectedIndex() != at) {
            film.getSelectionModel().select(at);
            film.scrollTo(Math.max(0, at - 2));
        }
    }

    private FlowPane head() {
        Label count = Controls.small("");
        count.setId("film-count");
        count.textProperty().bind(pictures.count());
        FlowPane head = new FlowPane(
                6,
                2,
                count,
                order(),
                only(),
                named(
                        "film-remove",
                        Controls.button(
                                say("app.film-pane.remove"), say("app.film-pane.remove-why"), () -> Optional.ofNullable(
                                                film.getSelectionModel().getSelectedItem())
                                        .ifPresent(pictures::remove))),
                named(
                        "film-clear",
                        Controls.button(say("app.film-pane.clear"), say("app.film-pane.clear-why"), pictures::clear)));
        head.setAlignment(Pos.CENTER_LEFT);
        var some = Bindings.isNotEmpty(pictures.all());
        head.visibleProperty().bind(some);
        head.managedProperty().bind(some);
        return head;
    }

    private static Button named(String id, Button button) {
        button.setId(id);
        return button;
    }

    private ComboBox<FilmOrder.By> order() {
        ComboBox<FilmOrder.By> box = Controls.list(
                say("app.film-pane.order"), pictures.order().by(), Controls.all(FilmOrder.By.class), FilmPane::word);
        box.setId("film-order");
        return box;
    }

    private static String word(FilmOrder.By by) {
        return switch (by) {
            case FILM -> say("app.film-pane.by-film");
            case NAME -> say("app.film-pane.by-name");
            case CLASS -> say("app.film-pane.by-class");
        };
    }

    /** Only where there are classes. */
    private ComboBox<Optional<String>> only() {
        ComboBox<Optional<String>> box = Controls.list(
                say("app.film-pane.only"),
                pictures.order().only(),
                classes(),
                one -> one.orElse(say("app.film-pane.all-classes")));
        box.setId("film-class");
        pictures.order().classes().addListener((ListChangeListener<String>) c -> {
            box.getItems().setAll(classes());
            box.setValue(pictures.order().only().get());
        });
        var some = Bindings.isNotEmpty(pictures.order().classes());
        box.visibleProperty().bind(some);
        box.managedProperty().bind(some);
        return box;
    }

    private List<Optional<String>> classes() {
        List<Optional<String>> all = new ArrayList<>(List.of(Optional.empty()));
        pictures.order().classes().stream().map(Optional::of).forEach(all::add);
        return all;
    }
}
