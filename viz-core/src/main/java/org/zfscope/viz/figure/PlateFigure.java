package org.zfscope.viz.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Mosaic;
import org.zfscope.viz.render.MosaicStyle;
import org.zfscope.viz.render.Theme;
import org.zfscope.viz.render.Tile;

/**
 * Chosen units by chosen rules: a row a unit, first the patch of the picture that it sees, then a projection a rule at the
 * same scale, each over its own scale bar. All tiles are of one size.
 *
 * @param heads what stands above the columns of projections
 * @param least side of the tiles in pixels; more where a unit sees more
 */
public record PlateFigure(List<Row> rows, List<String> heads, Channels order, Palette palette, int least) {

    private static final int AIR = 3;

    /**
     * A unit in a picture.
     *
     * @param name of unit and picture
     * @param projections of the patch's size, one a head
     */
    public record Row(String name, RgbImage patch, List<Tensor> projections) {
        public Row {
            projections = List.copyOf(projections);
        }
    }

    public PlateFigure {
        rows = List.copyOf(rows);
        heads = List.copyOf(heads);
    }

    /** All rows under a title, and a caption below them where there is one. */
    public Drawing draw(String title, String caption, Theme theme) {
        List<Tile> tiles = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            tiles.addAll(row(rows.get(row), row == 0 ? heads : Collections.nCopies(heads.size(), ""), theme));
        }
        MosaicStyle style = MosaicStyle.figure()
                .withTheme(theme)
                .withZoom(1)
                .withLabels(MosaicStyle.Labels.ABOVE)
                .withColumns(1 + heads.size());
        List<Drawing> parts = new ArrayList<>(List.of(new Mosaic(tiles, title).draw(style)));
        if (!caption.isEmpty()) {
            parts.add(below(parts.get(0).width(), caption, theme));
        }
        return Mosaic.stacked(parts, 0, theme.paper()).lettered();
    }

    /** The words alone, as wide as what they stand below. */
    private static Drawing below(int width, String caption, Theme theme) {
        MosaicStyle style = MosaicStyle.figure().withTheme(theme).withZoom(1);
        Drawing nothing = Drawing.of(new RgbImage(1, 1, new int[] {theme.paper()}))
                .centred(Math.max(1, width - 2 * style.margin()), 1, theme.paper());
        return new Mosaic(List.of(Tile.of(nothing)), caption).draw(style);
    }

    private List<Tile> row(Row row, List<String> labels, Theme theme) {
        List<Tile> tiles = new ArrayList<>();
        tiles.add(Tile.of(tile(row.patch(), theme.blank()), row.name()));
        for (int i = 0; i < labels.size(); i++) {
            tiles.add(Tile.of(projection(row.projections().get(i), theme), labels.get(i)));
        }
        int height = tiles.get(1).drawing().height();
        tiles.set(0, Tile.of(tiles.get(0).drawing().lengthened(height, theme.paper()), row.name()));
        return tiles;
    }

    private Drawing projection(Tensor projection, Theme theme) {
        Drawing tile = tile(palette.picture(projection, order), palette.zero());
        Drawing key = palette.scale(projection).key(tile.width(), theme);
        return Mosaic.stacked(List.of(tile, key), AIR, theme.paper());
    }

    /** As large as fits, by whole numbers, in the middle of a tile. */
    private Drawing tile(RgbImage picture, int around) {
        int side = side();
        int zoom = side / Math.max(picture.height(), picture.width());
        return Drawing.of(picture).enlarged(zoom).centred(side, side, around);
    }

    private int side() {
        return rows.stream()
                .mapToInt(row -> Math.max(row.patch().height(), row.patch().width()))
                .reduce(least, Math::max);
    }
}
