package org.zfscope.viz.figure;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.ClassScores;
import org.zfscope.viz.Projection;
import org.zfscope.viz.analysis.Occluder;
import org.zfscope.viz.analysis.Occlusion;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Heatmap;
import org.zfscope.viz.render.Mosaic;
import org.zfscope.viz.render.MosaicStyle;
import org.zfscope.viz.render.Overlay;
import org.zfscope.viz.render.Scale;
import org.zfscope.viz.render.Theme;
import org.zfscope.viz.render.Tile;

/**
 * [Zeiler2014 fig. 7]: (a) the picture with the square, (b) a map's total activation by the square's place, (c) its
 * projection with the outline of what it sees, and its strongest pictures' where these are known, (d) the probability of a
 * class, (e) the most probable class.
 *
 * @param input the network's input, [channels, height, width]
 * @param fill what the square is made of, of the same shape
 * @param hits projections of the map's strongest pictures; may be empty
 */
public record OcclusionFigure(
        Network network,
        Tensor input,
        Tensor fill,
        Occlusion occlusion,
        Projection projection,
        List<RgbImage> hits,
        int label,
        Theme theme) {

    private static final int AIR = 4;
    private static final int OUTLINE = 2;
    private static final int BLACK = 0;

    /** All parts under a title. */
    public Drawing draw(String title) {
        List<Tile> tiles = new ArrayList<>(List.of(example(), activity(), projected()));
        strongest().ifPresent(tiles::add);
        occlusion.probability(label).ifPresent(p -> tiles.add(probability(p)));
        occlusion.labels().ifPresent(l -> tiles.add(labels(l)));
        int height = tiles.stream().mapToInt(t -> t.drawing().height()).max().orElse(0);
        List<Tile> level = tiles.stream().map(tile -> lengthened(tile, height)).toList();
        MosaicStyle style = MosaicStyle.figure().withTheme(theme).withZoom(1).withColumns(tiles.size());
        return new Mosaic(level, title).draw(style.withLabels(MosaicStyle.Labels.ABOVE));
    }

    /** With paper below it, so that all parts begin at one height. */
    private Tile lengthened(Tile tile, int height) {
        return new Tile(tile.drawing().lengthened(height, theme.paper()), tile.label(), tile.dead());
    }

    /** The two maps and the most probable class alone, one pixel a place. */
    public Drawing plain() {
        List<RgbImage> maps = new ArrayList<>();
        Tensor activity = occlusion.activity(projection.unit().unit());
        maps.add(Heatmap.sequential(activity).draw(activity));
        occlusion
                .probability(label)
                .ifPresent(p -> maps.add(Heatmap.sequential(p).draw(p)));
        occlusion.labels().ifPresent(l -> maps.add(CategoryMap.of(l).draw()));
        return Mosaic.ofPictures(maps).draw(MosaicStyle.standard().withColumns(maps.size()));
    }

    private Tile example() {
        Tensor least = occlusion
                .probability(label)
                .orElseGet(() -> occlusion.activity(projection.unit().unit()));
        Window square = occlusion.lowest(least, network.input());
        RgbImage covered = network.preprocessing().picture(Occlusion.covered(input, fill, square));
        return Tile.of(
                covered, say("viz.occlusion-figure.square", occlusion.occluder().size()));
    }

    private Tile activity() {
        Tensor map = occlusion.activity(projection.unit().unit());
        return Tile.of(
                heat(map),
                say("viz.occlusion-figure.activity", projection.unit().name()));
    }

    private Tile projected() {
        Preprocessing seeing = network.preprocessing();
        RgbImage whole = TopFigure.CONTRAST.withScale(Scale.Shared.TILE).picture(projection.full(), seeing.channels());
        return Tile.of(
                Overlay.frame(whole, projection.window(), OUTLINE, BLACK), say("viz.occlusion-figure.projection"));
    }

    private Optional<Tile> strongest() {
        return hits.isEmpty()
                ? Optional.empty()
                : Optional.of(Tile.of(
                        Mosaic.ofPictures(hits)
                                .draw(MosaicStyle.standard().withTheme(theme).withZoom(1)),
                        say("viz.occlusion-figure.strongest")));
    }

    private Tile probability(Tensor map) {
        return Tile.of(heat(map), say("viz.occlusion-figure.probability", ClassScores.label(network, label)));
    }

    private Drawing heat(Tensor map) {
        Heatmap colours = Heatmap.sequential(map);
        Drawing large = enlarged(colours.draw(map), network.input());
        return Mosaic.stacked(List.of(large, colours.key(large.width(), theme)), AIR, theme.paper());
    }

    private Tile labels(Tensor map) {
        CategoryMap categories = CategoryMap.of(map);
        Drawing large = enlarged(categories.draw(), network.input());
        Drawing legend = categories
                .legend(i -> ClassScores.label(network, i), say("viz.occlusion-figure.others"))
                .draw(large.width(), theme);
        return Tile.of(Mosaic.stacked(List.of(large, legend), AIR, theme.paper()), say("viz.occlusion-figure.labels"));
    }

    /** About as large as the picture. */
    private static Drawing enlarged(RgbImage map, Shape input) {
        return Drawing.of(map).enlarged(Math.max(1, Math.round((float) input.height() / map.height())));
    }

    /** A picture with a dot at the centre of each place of the square, and the square in the middle one. */
    public static RgbImage places(RgbImage picture, RgbImage fill, Occluder occluder, int colour) {
        Shape shape = new Shape(1, picture.height(), picture.width());
        List<Window> places = occluder.places(shape);
        List<Window> centres = places.stream()
                .map(p -> Window.at(p.y() + p.height() / 2, p.x() + p.width() / 2))
                .toList();
        Window shown = places.get(occluder.rows(shape) / 2 * occluder.columns(shape) + occluder.columns(shape) / 2);
        Window inside = shown.clip(shape);
        RgbImage covered =
                inside.height() == 0 || inside.width() == 0 ? picture : Overlay.put(picture, fill.crop(inside), inside);
        return Overlay.dots(covered, centres, colour);
    }
}
