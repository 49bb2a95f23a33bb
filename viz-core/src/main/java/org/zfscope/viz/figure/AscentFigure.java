package org.zfscope.viz.figure;

import java.util.List;
import java.util.function.Function;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.Target;
import org.zfscope.viz.analysis.Ascent;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Mosaic;
import org.zfscope.viz.render.MosaicStyle;
import org.zfscope.viz.render.Theme;
import org.zfscope.viz.render.Tile;

/**
 * Pictures that climbed, one a unit. Without labels they lie as in the Keras blog: as many rows as columns, five pixels of
 * black between them [Chollet2016].
 *
 * @param naming what a unit is called
 */
public record AscentFigure(List<Ascent> ascents, Channels order, Function<Target, String> naming) {

    private static final int MARGIN = 5;
    private static final int BLACK = 0;

    public AscentFigure {
        ascents = List.copyOf(ascents);
    }

    /** With each unit's address and what its objective rose to. */
    public Drawing labelled(String title, Theme theme) {
        List<Tile> tiles = ascents.stream().map(this::tile).toList();
        return new Mosaic(tiles, title)
                .draw(MosaicStyle.figure().withTheme(theme).withZoom(1));
    }

    /** The pictures alone. */
    public Drawing plain() {
        return plain(ascents.stream().map(this::picture).toList());
    }

    /** Pictures of them alone. */
    public static Drawing plain(List<RgbImage> pictures) {
        return Mosaic.ofPictures(pictures)
                .draw(MosaicStyle.standard().withZoom(1).withGap(MARGIN).withTheme(Theme.LIGHT.withGap(BLACK)));
    }

    private Tile tile(Ascent ascent) {
        String label = naming.apply(ascent.target()) + "\n" + Quantities.digits(ascent.end(), 3);
        return new Tile(picture(ascent), label, !ascent.rose());
    }

    /** One of them. */
    public RgbImage picture(Ascent ascent) {
        return picture(ascent.picture());
    }

    /** One while it climbs: [channels, height, width], 0 to 255. */
    public RgbImage picture(Tensor shown) {
        float[] values = shown.values();
        int area = shown.shape().area();
        int[] pixels = new int[area];
        int blue = order.count() - 1;
        int red = order == Channels.RGB ? 0 : blue;
        for (int i = 0; i < area; i++) {
            pixels[i] = RgbImage.rgb(
                    Math.round(values[red * area + i]),
                    Math.round(values[blue / 2 * area + i]),
                    Math.round(values[(blue - red) * area + i]));
        }
        return new RgbImage(shown.shape().width(), shown.shape().height(), pixels);
    }
}
