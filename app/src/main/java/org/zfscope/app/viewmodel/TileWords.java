package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.exhibit.TileSheet;

/** What a tile shows, in words. */
final class TileWords {

    private TileWords() {}

    /** Unit, and the position and value at a row and column of the tile's pixels, or what else is known of the unit. */
    static String of(TileSheet sheet, int unit, double row, double column) {
        return sheet.values()
                .map(values -> value(sheet, values, unit, row, column))
                .orElseGet(() -> sheet.question().words(sheet, unit));
    }

    private static String value(TileSheet sheet, Tensor values, int unit, double row, double column) {
        Shape shape = values.shape();
        int y = within(row, shape.height());
        int x = within(column, shape.width());
        String name = sheet.layer() + ":" + unit;
        String value = Quantities.value(values.at(unit, y, x));
        return shape.isFlat()
                ? say("app.tile-words.value", name, value)
                : say("app.tile-words.value-at", name, y, x, value, Quantities.value(sheet.strengths()[unit]));
    }

    private static int within(double position, int size) {
        return (int) Math.max(0, Math.min(size - 1.0, Math.floor(position)));
    }
}
