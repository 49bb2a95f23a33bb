package org.zfscope.viz.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.Projection;
import org.zfscope.viz.ReceptiveField;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Mosaic;
import org.zfscope.viz.render.MosaicStyle;
import org.zfscope.viz.render.Overlay;
import org.zfscope.viz.render.Theme;
import org.zfscope.viz.render.Tile;

/** Projections, each beside the part of the picture that its unit sees. */
public final class ProjectionFigure {

    /** Pixels that a patch of a mosaic is enlarged to, about; more where a larger patch stands beside it. */
    private static final int SIDE = 128;

    private final Network network;
    private final RgbImage seen;
    private final Channels order;

    /** For projections in one picture, given as the network's input. */
    public ProjectionFigure(Network network, Tensor input) {
        this.network = network;
        this.seen = network.preprocessing().picture(input);
        this.order = network.preprocessing().channels();
    }

    /** One projection as large as the network's input, pixel for pixel. */
    public RgbImage whole(Projection projection, Contrast contrast) {
        return contrast.picture(projection.full(), order);
    }

    /** The part of one projection that its unit sees, zero where that hangs over the border. */
    public RgbImage crop(Projection projection, Contrast contrast) {
        return contrast.picture(projection.crop(field(projection)), order);
    }

    /** The part of the picture that a projection's unit sees. */
    public RgbImage patch(Projection projection) {
        return Patch.of(seen, field(projection));
    }

    /** The picture as the network sees it. */
    public RgbImage seen() {
        return seen;
    }

    /** The parts of several projections that their units see, side by side without labels. */
    public Drawing crops(List<Projection> projections, Contrast contrast) {
        return Mosaic.ofPictures(
                        projections.stream().map(p -> crop(p, contrast)).toList())
                .draw(MosaicStyle.standard());
    }

    /** The unit's receptive field, hanging over the border or not; all of the picture where it is larger than that. */
    public Window field(Projection projection) {
        return ReceptiveField.shown(
                network, projection.unit().layer(), projection.unit().window());
    }

    /** Pairs of projection and patch, labelled with unit and activation; units that do not fire are marked dead. */
    public Drawing mosaic(List<Projection> projections, Contrast contrast, String title, Theme theme) {
        boolean oneLayer =
                projections.stream().map(p -> p.unit().layer()).distinct().count() == 1;
        List<Window> fields = projections.stream().map(this::field).toList();
        List<Tensor> crops = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            crops.add(projections.get(i).crop(fields.get(i)));
        }
        List<RgbImage> drawn = contrast.pictures(crops, order);
        int side = fields.stream().mapToInt(Window::height).reduce(SIDE, Math::max);
        List<Tile> tiles = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            RgbImage patch = Overlay.patch(seen, fields.get(i), theme.blank());
            Drawing pair = pair(drawn.get(i), patch, side / fields.get(i).height(), theme);
            float activation = projections.get(i).unit().activation();
            tiles.add(new Tile(pair, label(projections.get(i), oneLayer), !(activation > 0)));
        }
        return new Mosaic(tiles, title)
                .draw(MosaicStyle.figure().withTheme(theme).withZoom(1));
    }

    private static Drawing pair(RgbImage projection, RgbImage patch, int zoom, Theme theme) {
        return Mosaic.ofPictures(List.of(projection, patch))
                .draw(MosaicStyle.standard().withColumns(2).withZoom(zoom).withTheme(theme));
    }

    private static String label(Projection projection, boolean oneLayer) {
        String name = oneLayer
                ? Integer.toString(projection.unit().unit())
                : projection.unit().name();
        return name + String.format(Locale.ROOT, " %.3g", projection.unit().activation());
    }
}
