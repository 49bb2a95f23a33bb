package org.zfscope.app.viewmodel;

import java.util.Locale;
import org.zfscope.app.engine.MapsSheet;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** What a tile shows, in words. */
public final class TileWords {

    private TileWords() {}

    /** Unit, and the position and value at a row and column of the tile's pixels, or what else is known of the unit. */
    static String of(MapsSheet sheet, int unit, double row, double column) {
        return sheet.values()
                .map(values -> value(sheet, values, unit, row, column))
                .orElseGet(() -> switch (sheet.kind()) {
                    case TOP_9 -> sheet.layer() + ":" + oneLine(sheet, unit);
                    default ->
                        sheet.layer() + ":" + unit
                                + String.format(Locale.ROOT, "  strongest %.4g", sheet.strengths()[unit]);
                });
    }

    /** The label of a unit's tile: all that is known of its strongest pictures. */
    public static String oneLine(MapsSheet sheet, int unit) {
        String label = sheet.tiles().get(unit).label();
        return label.isEmpty() ? Integer.toString(unit) : label.replace("\n", "  ");
    }

    private static String value(MapsSheet sheet, Tensor values, int unit, double row, double column) {
        Shape shape = values.shape();
        int y = within(row, shape.height());
        int x = within(column, shape.width());
        return sheet.layer() + ":" + unit + "@" + y + "," + x
                + String.format(
                        Locale.ROOT, "  value %.4g  of at most %.4g", values.at(unit, y, x), sheet.strengths()[unit]);
    }

    private static int within(double position, int size) {
        return (int) Math.max(0, Math.min(size - 1.0, Math.floor(position)));
    }
}
