package org.zfscope.viz.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.Method;
import org.zfscope.viz.Picture;
import org.zfscope.viz.Projection;
import org.zfscope.viz.Projector;
import org.zfscope.viz.ReceptiveField;
import org.zfscope.viz.Target;
import org.zfscope.viz.analysis.Dataset;
import org.zfscope.viz.analysis.FeatureEvolution;
import org.zfscope.viz.analysis.Hit;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Mosaic;
import org.zfscope.viz.render.MosaicStyle;
import org.zfscope.viz.render.Overlay;
import org.zfscope.viz.render.Theme;
import org.zfscope.viz.render.Tile;

/**
 * [Zeiler2014 fig. 4]: a row a map, a column a checkpoint; each tile projects the map's strongest activation over all
 * pictures. Tiles whose picture is another one than in the tile before have a frame.
 */
public final class EvolutionFigure {

    private static final int SIDE = 96;

    private final List<Integer> units;
    private final List<List<Tensor>> projections = new ArrayList<>();
    private Channels order = Channels.RGB;

    /** For some of a layer's maps. */
    public EvolutionFigure(List<Integer> units) {
        this.units = List.copyOf(units);
    }

    /** Projects the maps at the next checkpoint. */
    public void project(Network network, String layer, List<Hit> found, Dataset pictures) {
        order = network.preprocessing().channels();
        List<Tensor> projected = new ArrayList<>();
        try (Projector projector = new Projector(network, Method.of(ReluRule.DECONVNET))) {
            for (int unit : units) {
                Hit strongest = found.get(unit);
                Picture picture = Picture.read(pictures.file(strongest.picture()), network);
                try (Activations run = network.forward(picture.input(), Keep.everything())) {
                    Target target = new Target.Neuron(layer, unit, strongest.y(), strongest.x());
                    projected.add(cut(network, projector.project(run, target)));
                }
            }
        }
        projections.add(projected);
    }

    private static Tensor cut(Network network, Projection projection) {
        return projection.crop(ReceptiveField.shown(
                network, projection.unit().layer(), projection.unit().window()));
    }

    /** Draws all that has been projected. */
    public RgbImage draw(FeatureEvolution evolution, Contrast contrast, String title, Theme theme) {
        List<Tile> tiles = new ArrayList<>();
        for (int u = 0; u < units.size(); u++) {
            for (int c = 0; c < projections.size(); c++) {
                RgbImage picture = contrast.picture(projections.get(c).get(u), order);
                int zoom = Math.max(1, SIDE / picture.height());
                RgbImage large = Mosaic.ofPictures(List.of(picture))
                        .draw(MosaicStyle.standard().withZoom(zoom));
                boolean changed = evolution.changed(c, units.get(u));
                RgbImage framed = changed
                        ? Overlay.frame(large, new Window(0, 0, large.height(), large.width()), 2, theme.mark())
                        : large;
                Hit found = evolution.found().get(c).get(units.get(u));
                tiles.add(new Tile(framed, label(u, c, evolution, found), !(found.value() > 0)));
            }
        }
        return new Mosaic(tiles, title)
                .draw(MosaicStyle.figure().withTheme(theme).withZoom(1).withColumns(projections.size()));
    }

    private String label(int unit, int checkpoint, FeatureEvolution evolution, Hit found) {
        String value = String.format(Locale.ROOT, "%.3g", found.value());
        String epoch = "epoch " + evolution.epochs().get(checkpoint) + ": " + value;
        return checkpoint == 0 ? "map " + units.get(unit) + "\n" + epoch : "\n" + epoch;
    }
}
