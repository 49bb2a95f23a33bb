package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.zfscope.app.viewmodel.Marking;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Window;

/** A picture to be marked: by a click, or by the arrow keys and Space. */
final class MarkingView extends StackPane implements OwnKeys {

    private static final int FAR = 10;

    private final Marking marking;
    private final PictureView picture = new PictureView("marking-picture", say("app.marking-view.picture"));
    private int row;
    private int column;
    private int height;
    private int width;

    MarkingView(Marking marking) {
        this.marking = marking;
        setId("marking");
        setAccessibleText(say("app.marking-view.picture"));
        setFocusTraversable(true);
        setCursor(Cursor.CROSSHAIR);
        setMinSize(0, 0);
        setPrefHeight(0);
        picture.setMinSize(0, 0);
        getChildren().add(picture);
        picture.onPixel((y, x) -> {
            requestFocus();
            move(y, x);
            marking.mark(y, x);
        });
        focusedProperty().addListener((all, before, now) -> frame());
        setOnKeyPressed(this::press);
    }

    void show(RgbImage now) {
        if (now.height() != height || now.width() != width) {
            height = now.height();
            width = now.width();
            move(height / 2, width / 2);
        }
        picture.show(now);
    }

    @Override
    public boolean takes(KeyCode code) {
        return code.isArrowKey() || code == KeyCode.SPACE;
    }

    private void press(KeyEvent event) {
        int by = event.isShiftDown() ? 1 : FAR;
        switch (event.getCode()) {
            case UP -> move(row - by, column);
            case DOWN -> move(row + by, column);
            case LEFT -> move(row, column - by);
            case RIGHT -> move(row, column + by);
            case SPACE -> marking.mark(row, column);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int y, int x) {
        row = Math.max(0, Math.min(height - 1, y));
        column = Math.max(0, Math.min(width - 1, x));
        frame();
    }

    /** Where the keys would mark. */
    private void frame() {
        int half = Math.max(2, Math.min(height, width) / 60);
        Window at = new Window(row - half, column - half, 2 * half + 1, 2 * half + 1);
        picture.frame(isFocused() ? Optional.of(at) : Optional.empty());
    }
}
