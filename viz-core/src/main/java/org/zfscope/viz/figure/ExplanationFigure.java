package org.zfscope.viz.figure;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.analysis.Explanation;
import org.zfscope.viz.analysis.PoolComparison;
import org.zfscope.viz.analysis.Reason;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Heatmap;
import org.zfscope.viz.render.Mosaic;
import org.zfscope.viz.render.MosaicStyle;
import org.zfscope.viz.render.Theme;
import org.zfscope.viz.render.Tile;

/**
 * A value, explained: for each input channel the patch, the filter and their products, those that count most first; below, a
 * map pooled in three ways. Zero is white, positive red, negative blue; all channels share a scale.
 *
 * @param channels at most so many are drawn
 */
public record ExplanationFigure(Explanation explanation, Optional<PoolComparison> pools, int channels) {

    private static final int SIDE = 96;
    private static final int GAP = 3;

    /** All parts, one below the other. */
    public Drawing draw(String title, Theme theme) {
        List<Drawing> rows = new ArrayList<>();
        rows.add(products(title, theme));
        pools.ifPresent(p -> rows.add(pools(p, theme)));
        return Mosaic.stacked(rows, GAP, theme.paper());
    }

    private Drawing products(String title, Theme theme) {
        List<Tile> tiles = new ArrayList<>();
        Reason last = explanation.last();
        if (last instanceof Reason.Filtered filtered) {
            Tensor products = products(filtered);
            strongest(filtered).forEach(c -> tiles.add(channel(filtered, products, c, theme)));
        } else if (last instanceof Reason.Averaged averaged) {
            tiles.add(Tile.of(heat(averaged.values()), say("viz.explanation-figure.window")));
        }
        explanation.reasons().stream()
                .filter(r -> r instanceof Reason.Largest)
                .map(r -> (Reason.Largest) r)
                .forEach(r -> tiles.add(0, Tile.of(heat(r.values()), say("viz.explanation-figure.window"))));
        if (tiles.isEmpty()) {
            tiles.add(Tile.of(new RgbImage(1, 1, new int[] {theme.paper()})));
        }
        return new Mosaic(tiles, title)
                .draw(MosaicStyle.figure().withTheme(theme).withZoom(1).withColumns(6));
    }

    /** The channels that add or take most. */
    private List<Integer> strongest(Reason.Filtered filtered) {
        return IntStream.range(0, filtered.sums().length)
                .boxed()
                .sorted(Comparator.comparing((Integer c) -> -Math.abs(filtered.sums()[c])))
                .limit(channels)
                .toList();
    }

    private static Tensor products(Reason.Filtered filtered) {
        Tensor products = Tensor.zeros(filtered.patch().shape());
        for (int i = 0; i < products.values().length; i++) {
            products.values()[i] =
                    filtered.patch().values()[i] * filtered.filter().values()[i];
        }
        return products;
    }

    private static Tile channel(Reason.Filtered filtered, Tensor products, int c, Theme theme) {
        List<Drawing> parts = Stream.of(filtered.patch(), filtered.filter(), products)
                .map(all -> heat(Heatmap.diverging(all), all.channel(c)))
                .toList();
        int channel = filtered.first() + c;
        return Tile.of(
                Mosaic.stacked(parts, GAP, theme.paper()),
                say("viz.explanation-figure.channel", channel, Quantities.digits(filtered.sums()[c], 3)));
    }

    private static Drawing heat(Tensor map) {
        return heat(Heatmap.diverging(map), map);
    }

    private static Drawing heat(Heatmap colours, Tensor map) {
        RgbImage drawn = colours.draw(map);
        return Drawing.of(drawn).enlarged(Math.max(1, SIDE / Math.max(drawn.height(), drawn.width())));
    }

    /** The map, then for each kind what it gives and what the way back makes of that. */
    private static Drawing pools(PoolComparison pools, Theme theme) {
        List<Tile> tiles = new ArrayList<>();
        tiles.add(Tile.of(heat(pools.map()), say("viz.explanation-figure.map")));
        pools.pooled().forEach((kind, map) -> tiles.add(Tile.of(heat(map), say("viz.explanation-figure.pool", kind))));
        tiles.add(Tile.of(new RgbImage(1, 1, new int[] {theme.paper()})));
        pools.back().forEach((kind, map) -> tiles.add(Tile.of(heat(map), say("viz.explanation-figure.back", kind))));
        return new Mosaic(tiles, say("viz.explanation-figure.pools"))
                .draw(MosaicStyle.figure()
                        .withTheme(theme)
                        .withZoom(1)
                        .withColumns(1 + pools.pooled().size()));
    }
}
