package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.zfscope.app.viewmodel.Bookmark;
import org.zfscope.app.viewmodel.Bookmarks;

/** Marks where one is, with a note; lists what was marked, to go there again. */
final class BookmarkCard extends StackPane {

    private static final double WIDTH = 560;
    private static final double LIST = 240;

    private final Bookmarks bookmarks;
    private final SimpleStringProperty text = new SimpleStringProperty("");
    private final ListView<Bookmark> list = new ListView<>();
    private final WayField note;

    BookmarkCard(Bookmarks bookmarks) {
        this.bookmarks = bookmarks;
        this.note = new WayField(
                "bookmark-note",
                say("app.bookmark-card.note"),
                text,
                Map.of(KeyCode.ENTER, this::add, KeyCode.DOWN, this::intoList, KeyCode.ESCAPE, this::close));
        HBox.setHgrow(note, Priority.ALWAYS);
        setId("bookmarks");
        getStyleClass().add("shade");
        Button add = Controls.button(say("app.bookmark-card.add"), say("app.bookmark-card.add-why"), this::add);
        add.setId("bookmark-add");
        HBox row = new HBox(6, note, add);
        row.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(
                10,
                Controls.heading(say("app.bookmark-card.title")),
                new VBox(2, Controls.small(say("app.bookmark-card.note")), row),
                list(),
                buttons());
        card.getStyleClass().add("card");
        card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        getChildren().add(card);
        visibleProperty().bind(bookmarks.open());
        bookmarks.open().addListener((all, before, now) -> {
            if (now) {
                note.requestFocus();
            }
        });
    }

    private ListView<Bookmark> list() {
        list.setId("bookmark-list");
        Controls.explain(list, say("app.bookmark-card.title"));
        list.setItems(bookmarks.all());
        list.setPrefHeight(LIST);
        list.setPlaceholder(Controls.small(say("app.bookmark-card.none")));
        list.setCellFactory(view -> new Cell());
        list.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                chosen(bookmarks::go);
            }
        });
        list.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                chosen(bookmarks::go);
            } else if (e.getCode() == KeyCode.DELETE || e.getCode() == KeyCode.BACK_SPACE) {
                chosen(bookmarks::remove);
            }
        });
        return list;
    }

    private HBox buttons() {
        var none = list.getSelectionModel().selectedItemProperty().isNull();
        Button go = Controls.button(
                say("app.bookmark-card.go"), say("app.bookmark-card.go-why"), () -> chosen(bookmarks::go));
        go.setId("bookmark-go");
        go.disableProperty().bind(none);
        Button remove = Controls.button(
                say("app.bookmark-card.remove"), say("app.bookmark-card.remove-why"), () -> chosen(bookmarks::remove));
        remove.setId("bookmark-remove");
        remove.disableProperty().bind(none);
        HBox row = new HBox(
                8,
                go,
                remove,
                Controls.button(say("app.bookmark-card.close"), say("app.bookmark-card.close-why"), this::close));
        row.setAlignment(Pos.CENTER_RIGHT);
        return row;
    }

    private void chosen(Consumer<Bookmark> work) {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(work);
    }

    private void add() {
        bookmarks.add(text.get());
        text.set("");
    }

    private void intoList() {
        if (!bookmarks.all().isEmpty()) {
            list.requestFocus();
            list.getSelectionModel().select(0);
        }
    }

    private void close() {
        bookmarks.open().set(false);
    }

    /** The note, below it where it leads. */
    private static final class Cell extends ListCell<Bookmark> {

        private final Label note = new Label();
        private final Label where = Controls.small("");
        private final VBox lines = new VBox(note, where);

        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Bookmark item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            note.setText(item.note().isEmpty() ? item.target() : item.note());
            where.setText(item.where());
            setAccessibleText(note.getText() + ", " + where.getText());
            setGraphic(lines);
        }
    }
}
