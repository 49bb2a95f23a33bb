package org.zfscope.app.view;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * How wide the panes at the left and right are: as the user has drawn them, less where the window is too small for that, and
 * again as before when it has grown. Either can be put away.
 */
final class PaneWidths {

    /** Shares of the window where nobody has drawn anything. */
    private static final List<Double> USUAL = List.of(0.21, 0.71);

    private static final double WIDEST_LEFT = 0.3;
    private static final double WIDEST_RIGHT = 0.48;
    private static final double USUAL_WINDOW = 1280;

    private final SplitPane panes;
    private final Region left;
    private final Region middle;
    private final Region right;
    private final BooleanProperty leftShown = new SimpleBooleanProperty(true);
    private final BooleanProperty rightShown = new SimpleBooleanProperty(true);
    private double leftWidth;
    private double rightWidth;
    private boolean drawn;

    PaneWidths(SplitPane panes, Region left, Region middle, Region right) {
        this.panes = panes;
        this.left = left;
        this.middle = middle;
        this.right = right;
        SplitPane.setResizableWithParent(left, false);
        SplitPane.setResizableWithParent(right, false);
        leftShown.addListener(o -> show());
        rightShown.addListener(o -> show());
        panes.widthProperty().addListener(o -> Platform.runLater(this::put));
        // a change of the window's size moves dividers too, but that is no wish
        panes.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> {
            if (e.getTarget() instanceof Node node && isDivider(node)) {
                Platform.runLater(this::take);
            }
        });
        reset();
    }

    private static boolean isDivider(Node node) {
        return node.getStyleClass().contains("split-pane-divider")
                || (node.getParent() != null && node.getParent().getStyleClass().contains("split-pane-divider"));
    }

    private void show() {
        List<Node> shown = new ArrayList<>(List.of(middle));
        if (leftShown.get()) {
            shown.add(0, left);
        }
        if (rightShown.get()) {
            shown.add(right);
        }
        panes.getItems().setAll(shown);
        put();
        Platform.runLater(this::put); // the panes are laid out anew before
    }

    private void take() {
        if (leftShown.get()) {
            leftWidth = left.getWidth();
        }
        if (rightShown.get()) {
            rightWidth = right.getWidth();
        }
        drawn = true;
    }

    private void put() {
        double all = panes.getWidth();
        if (all <= 0) {
            return;
        }
        if (!drawn) {
            leftWidth = Math.max(USUAL_WINDOW, all) * USUAL.get(0);
            rightWidth = Math.max(USUAL_WINDOW, all) * (1 - USUAL.get(1));
        }
        double from = between(left.minWidth(-1), leftWidth, all * WIDEST_LEFT) / all;
        double to = 1 - between(right.minWidth(-1), rightWidth, all * WIDEST_RIGHT) / all;
        if (leftShown.get()) {
            panes.setDividerPosition(0, from);
        }
        if (rightShown.get()) {
            panes.setDividerPosition(leftShown.get() ? 1 : 0, to);
        }
    }

    private static double between(double least, double wish, double most) {
        return Math.max(least, Math.min(wish, most));
    }

    /** As they are where nobody has drawn anything. */
    void reset() {
        drawn = false;
        leftShown.set(true);
        rightShown.set(true);
        put();
    }

    /** What the user has drawn, in pixels: left, right; nothing where they have not. */
    List<Double> drawn() {
        return drawn ? List.of(leftWidth, rightWidth) : List.of();
    }

    /** The same as it was at another time. */
    void draw(List<Double> widths) {
        if (widths.size() == 2 && widths.stream().allMatch(width -> width > 1 && width < 1e5)) {
            leftWidth = widths.get(0);
            rightWidth = widths.get(1);
            drawn = true;
            put();
        }
    }

    BooleanProperty leftShown() {
        return leftShown;
    }

    BooleanProperty rightShown() {
        return rightShown;
    }
}
