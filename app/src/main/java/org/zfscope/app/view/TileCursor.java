package org.zfscope.app.view;

import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.zfscope.app.viewmodel.MapsView;
import org.zfscope.app.viewmodel.Selection;

/** The frame round the chosen unit's tile. It moves without the tiles being painted anew. */
final class TileCursor extends Rectangle {

    private static final Color FOLLOWING = Color.rgb(64, 200, 64);
    private static final Color FROZEN = Color.rgb(70, 110, 255);
    private static final double OUTSIDE = 1.5;

    private final MapsView maps;
    private final Selection selection;

    TileCursor(MapsView maps, Selection selection) {
        this.maps = maps;
        this.selection = selection;
        setFill(null);
        setStrokeWidth(2.5);
        setMouseTransparent(true);
        selection.unit().addListener(o -> move());
        selection.frozen().addListener(o -> move());
    }

    /** To where the unit's tile is now. */
    void move() {
        boolean there = !maps.sheet().tiles().isEmpty();
        setVisible(there);
        if (there) {
            Rectangle2D tile = maps.viewport()
                    .get()
                    .tile(maps.layout(), maps.place(selection.unit().get()));
            setX(tile.getMinX() - OUTSIDE);
            setY(tile.getMinY() - OUTSIDE);
            setWidth(tile.getWidth() + 2 * OUTSIDE);
            setHeight(tile.getHeight() + 2 * OUTSIDE);
            setStroke(selection.frozen().get() ? FROZEN : FOLLOWING);
        }
    }
}
