package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.zfscope.app.viewmodel.Inspector;
import org.zfscope.app.viewmodel.Message;
import org.zfscope.app.viewmodel.Workbench;

/** What went wrong, until it is read; details on demand. */
final class MessageBar extends VBox {

    private final Workbench bench;
    private final FileDialogs dialogs;
    private final Inspector inspector;
    private final Label text = new Label();
    private final TextArea details = new TextArea();

    MessageBar(Workbench bench, FileDialogs dialogs) {
        this.bench = bench;
        this.dialogs = dialogs;
        this.inspector = bench.inspector();
        setId("message");
        getStyleClass().add("message");
        text.setId("message-text");
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        details.setEditable(false);
        details.setPrefRowCount(8);
        Controls.explain(details, say("app.message-bar.details-what-went-wrong"));
        HBox line = new HBox(
                8,
                text,
                find(),
                Controls.button(
                        say("app.message-bar.details"),
                        say("app.message-bar.show-where-happened"),
                        () -> unfold(!details.isVisible())),
                Controls.button(say("app.message-bar.close"), say("app.message-bar.close-message-esc"), this::close));
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, details);
        inspector.message().addListener((o, before, now) -> show(now));
        show(inspector.message().get());
    }

    private void show(Optional<Message> message) {
        setVisible(message.isPresent());
        setManaged(message.isPresent());
        text.setText(message.map(Message::text).orElse(""));
        details.setText(message.map(Message::details).orElse(""));
        unfold(false);
    }

    /** Where an index's pictures are now. */
    private Button find() {
        Button find = Controls.button(
                say("app.message-bar.choose-folder"),
                say("app.message-bar.say-where-pictures-now"),
                () -> dialogs.folder(say("app.message-bar.where-pictures-now")).ifPresent(bench.top()::find));
        find.setId("find-pictures");
        find.visibleProperty().bind(bench.top().lost().map(lost -> lost.isPresent()));
        find.managedProperty().bind(find.visibleProperty());
        return find;
    }

    private void unfold(boolean on) {
        details.setVisible(on);
        details.setManaged(on);
    }

    private void close() {
        inspector.message().set(Optional.empty());
    }
}
