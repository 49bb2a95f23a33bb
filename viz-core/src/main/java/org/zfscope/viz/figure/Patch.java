package org.zfscope.viz.figure;

import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.analysis.HitProjection;
import org.zfscope.viz.render.Overlay;

/** What a unit sees of a picture; where its receptive field hangs over the border it is what zero is in a projection. */
public final class Patch {

    private static final int MID_GREY = 0x808080;

    private Patch() {}

    /** The field of a picture. */
    public static RgbImage of(RgbImage picture, Window field) {
        return Overlay.patch(picture, field, MID_GREY);
    }

    /** The patch of a hit, as large as its projection. */
    public static RgbImage of(HitProjection hit) {
        Window field = hit.field();
        Window inside = hit.inside();
        return of(
                hit.seen(), new Window(field.y() - inside.y(), field.x() - inside.x(), field.height(), field.width()));
    }

    /** A patch of a field's size for a picture that cannot be shown. */
    public static RgbImage blank(Window field) {
        return of(new RgbImage(1, 1, new int[] {MID_GREY}), field);
    }
}
