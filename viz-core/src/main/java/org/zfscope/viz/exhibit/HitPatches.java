package org.zfscope.viz.exhibit;

import java.nio.file.Path;
import java.util.List;
import org.zfscope.models.Network;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.ReceptiveField;
import org.zfscope.viz.analysis.Hit;
import org.zfscope.viz.figure.Patch;

/** What a layer's units see of their strongest pictures; no network need run for that. */
public final class HitPatches {

    /** Most pictures of a block: three by three. */
    public static final int NINE = 9;

    private final Lab lab;
    private final Network network;
    private final String layer;
    private final IndexFile index;

    public HitPatches(Lab lab, Network network, String layer, IndexFile index) {
        this.lab = lab;
        this.network = network;
        this.layer = layer;
        this.index = index;
    }

    /** A unit's strongest, at most nine. */
    public List<Hit> hits(int unit) {
        return lab.covered(network, index).hits(layer, unit).stream()
                .limit(NINE)
                .toList();
    }

    public Path file(Hit hit) {
        return index.index().dataset().file(hit.picture());
    }

    /**
     * The part of its picture that the unit sees.
     *
     * @throws org.zfscope.models.io.InputException if the picture is not there any more
     */
    public RgbImage patch(Hit hit) {
        return Patch.of(lab.picture(network, file(hit)), field(hit.y(), hit.x()));
    }

    /** For a picture that cannot be shown. */
    public RgbImage blank() {
        return Patch.blank(field(0, 0));
    }

    private Window field(int y, int x) {
        return ReceptiveField.shown(network, layer, Window.at(y, x));
    }
}
