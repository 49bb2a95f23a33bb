package org.zfscope.viz.figure;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.analysis.FeatureEvolution;
import org.zfscope.viz.analysis.Hit;
import org.zfscope.viz.analysis.LayerEvolution;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Drawing;
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

    private EvolutionFigure() {}

    /** Draws all that was projected. */
    public static Drawing draw(LayerEvolution evolution, Contrast contrast, String title, Theme theme) {
        int checkpoints = evolution.projections().size();
        List<Tile> tiles = new ArrayList<>();
        for (int row = 0; row < evolution.maps().size(); row++) {
            for (int c = 0; c < checkpoints; c++) {
                tiles.add(tile(evolution, row, c, contrast, theme));
            }
        }
        return new Mosaic(tiles, title)
                .draw(MosaicStyle.figure().withTheme(theme).withZoom(1).withColumns(checkpoints));
    }

    private static Tile tile(LayerEvolution evolution, int row, int checkpoint, Contrast contrast, Theme theme) {
        FeatureEvolution features = evolution.features();
        int map = evolution.maps().get(row);
        RgbImage picture =
                contrast.picture(evolution.projections().get(checkpoint).get(row), evolution.order());
        int zoom = Math.max(1, SIDE / picture.height());
        RgbImage large = Mosaic.enlarged(picture, zoom);
        RgbImage framed = features.changed(checkpoint, map)
                ? Overlay.frame(large, new Window(0, 0, large.height(), large.width()), 2, theme.mark())
                : large;
        Hit found = features.found().get(checkpoint).get(map);
        return new Tile(framed, label(map, checkpoint, features, found), !(found.value() > 0));
    }

    private static String label(int map, int checkpoint, FeatureEvolution features, Hit found) {
        String value = String.format(Locale.ROOT, "%.3g", found.value());
        String epoch = say("viz.evolution-figure.epoch", features.epochs().get(checkpoint), value);
        return checkpoint == 0 ? say("viz.evolution-figure.map", map, epoch) : "\n" + epoch;
    }
}
