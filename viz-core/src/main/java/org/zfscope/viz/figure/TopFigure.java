package org.zfscope.viz.figure;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.FilterWeights;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.load.ImageNet;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.ReceptiveField;
import org.zfscope.viz.analysis.HitProjection;
import org.zfscope.viz.index.UnitStatistics;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.FilterMosaic;
import org.zfscope.viz.render.Mosaic;
import org.zfscope.viz.render.MosaicStyle;
import org.zfscope.viz.render.Scale;
import org.zfscope.viz.render.Shrink;
import org.zfscope.viz.render.Theme;
import org.zfscope.viz.render.Tile;
import org.zfscope.viz.render.Twins;

/**
 * The strongest pictures of units, as in Fig. 2 of [Zeiler2014 §4]: for each unit a block of projections beside a block of
 * patches in the same order, strongest first, row by row. A block has one scale, so that weaker hits look weaker.
 */
public final class TopFigure {

    /**
     * What is usual here: a scale for the nine projections of a unit that leaves out the strongest 0.2 % at either end.
     * Networks with small filters have projections of a few strong pixels, beside which nothing else would be seen.
     */
    public static final Contrast CONTRAST =
            Contrast.projections().withScale(Scale.Shared.MAP).withClip(0.002);

    /** Pixels that a patch is enlarged to, about. */
    private static final int SIDE = 48;

    /** Larger patches are made smaller, so that a layer's mosaic fits on a screen and its labels can be read. */
    private static final int LARGEST = 112;

    private final Network network;
    private final String layer;
    private final Contrast contrast;
    private final Channels order;

    public TopFigure(Network network, String layer, Contrast contrast) {
        this.network = network;
        this.layer = layer;
        this.contrast =
                contrast.withScale(contrast.scale() instanceof Scale.Fixed ? contrast.scale() : Scale.Shared.MAP);
        this.order = network.preprocessing().channels();
    }

    /** A unit's hits and what is known of it. */
    public record Block(UnitStatistics unit, List<HitProjection> hits) {

        /** How many activations are not what the index says. */
        public int changed() {
            return (int) hits.stream().filter(hit -> !hit.agrees()).count();
        }
    }

    /** So many of a layer's units, spread evenly over it. */
    public static List<Integer> spread(int all, int shown) {
        return IntStream.range(0, shown)
                .map(i -> (int) ((long) i * all / shown))
                .boxed()
                .toList();
    }

    /** A block a unit, labelled with unit, range of values and the most frequent class; dead units are marked. */
    public List<Tile> tiles(List<Block> blocks, Theme theme) {
        return blocks.stream()
                .filter(block -> !block.hits().isEmpty())
                .map(block -> new Tile(
                        picture(block, theme), label(block.unit()), block.unit().dead()))
                .toList();
    }

    /** Blocks as a mosaic, under a title. */
    public Drawing mosaic(List<Tile> blocks, String title, Theme theme) {
        return new Mosaic(blocks, title)
                .draw(MosaicStyle.figure().withTheme(theme).withZoom(Math.max(1, SIDE / field())));
    }

    private int field() {
        return ReceptiveField.shown(network, layer, Window.at(0, 0)).height();
    }

    /** Projections as pictures, in the order of the hits, on one scale. */
    public List<RgbImage> projections(List<HitProjection> hits) {
        return drawn(hits.stream().map(HitProjection::projection).toList());
    }

    private List<RgbImage> drawn(List<Tensor> projections) {
        return contrast.picturesByMap(List.of(projections), order).get(0);
    }

    private RgbImage picture(Block block, Theme theme) {
        int columns = (int) Math.ceil(Math.sqrt(block.hits().size()));
        int smaller = (field() + LARGEST - 1) / LARGEST;
        RgbImage drawn = new Twins(
                        drawn(block.hits().stream()
                                .map(hit -> Shrink.maps(hit.projection(), smaller))
                                .toList()),
                        block.hits().stream()
                                .map(hit -> Shrink.picture(Patch.of(hit), smaller))
                                .toList())
                .draw(columns, theme);
        RgbImage twins = block.unit().dead() ? blank(drawn.width(), drawn.height(), theme) : drawn;
        return filter(block.unit().unit())
                .map(filter -> Mosaic.stacked(List.of(Drawing.of(filter), Drawing.of(twins)), 4, theme.gap())
                        .picture())
                .orElse(twins);
    }

    /** In the place of pictures that a unit did not answer to. */
    private static RgbImage blank(int width, int height, Theme theme) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, theme.paper());
        return new RgbImage(width, height, pixels);
    }

    /** The unit's own filter, where it looks at the picture itself. */
    private Optional<RgbImage> filter(int unit) {
        Node node = network.node(layer);
        while (node.layer() instanceof Relu || node.layer() instanceof BatchNorm) {
            if (node.inputs().get(0).equals(Network.INPUT)) {
                return Optional.empty();
            }
            node = network.node(node.inputs().get(0));
        }
        Layer found = node.layer();
        if (!(found instanceof Convolution first) || !node.inputs().get(0).equals(Network.INPUT)) {
            return Optional.empty();
        }
        FilterWeights own = FilterWeights.of(first).only(List.of(unit));
        return Optional.of(FilterMosaic.draw(
                own, order, Contrast.weights(), MosaicStyle.standard().withZoom(3)));
    }

    /** Unit, range of values and the most frequent class, in two lines. */
    public static String label(UnitStatistics unit) {
        if (unit.dead()) {
            return say("viz.top-figure.did-not-fire", unit.unit());
        }
        String range = unit.hits().isEmpty()
                ? ""
                : " " + Quantities.value(unit.hits().get(0).value()) + " - "
                        + Quantities.value(
                                unit.hits().get(unit.hits().size() - 1).value());
        String classes = unit.classes().entrySet().stream()
                .findFirst()
                .map(e -> "\n" + ImageNet.readable(e.getKey()) + " " + e.getValue() + "/"
                        + unit.hits().size())
                .orElse("");
        return unit.unit() + range + classes;
    }
}
