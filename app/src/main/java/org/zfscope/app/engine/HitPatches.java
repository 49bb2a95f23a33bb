package org.zfscope.app.engine;

import java.nio.file.Path;
import java.util.List;
import org.zfscope.models.Network;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.ReceptiveField;
import org.zfscope.viz.analysis.Hit;
import org.zfscope.viz.render.Overlay;

/** What a layer's units see of their strongest pictures; no network need run for that. */
final class HitPatches {

    /** Most pictures of a block: three by three. */
    static final int NINE = 9;

    /** Where the receptive field hangs over the picture's border: what zero is in a projection. */
    private static final int OUTSIDE = 0x808080;

    private final Engine engine;
    private final Network network;
    private final String layer;
    private final OpenIndex index;

    HitPatches(Engine engine, Network network, String layer, OpenIndex index) {
        this.engine = engine;
        this.network = network;
        this.layer = layer;
        this.index = index;
    }

    /** A unit's strongest, at most nine. */
    List<Hit> hits(int unit) {
        return index.index().hits(layer, unit).stream().limit(NINE).toList();
    }

    Path file(Hit hit) {
        return index.index().dataset().file(hit.picture());
    }

    /**
     * The part of its picture that the unit sees.
     *
     * @throws org.zfscope.models.io.InputException if the picture is not there any more
     */
    RgbImage patch(Hit hit) {
        Window field = ReceptiveField.shown(network, layer, Window.at(hit.y(), hit.x()));
        return Overlay.patch(engine.picture(network, file(hit)), field, OUTSIDE);
    }

    /** For a picture that cannot be shown. */
    RgbImage blank() {
        Window field = ReceptiveField.shown(network, layer, Window.at(0, 0));
        return Overlay.patch(new RgbImage(1, 1, new int[] {OUTSIDE}), field, OUTSIDE);
    }
}
