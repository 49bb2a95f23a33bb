package org.zfscope.viz.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.layer.FilterWeights;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** Draws one picture of each kind into {@code target/gallery}, to be looked at by a person. */
class GalleryTest {

    private static final Path GALLERY = Path.of("target", "gallery");
    private static final MosaicStyle FIGURE = MosaicStyle.figure();

    private final Random random = new Random(7);

    private static void show(String name, Drawing drawing) {
        for (FigureFormat format : FigureFormat.values()) {
            Path file = GALLERY.resolve(name + format.ending());
            FigureFormat.write(file, drawing, Provenance.of("test").with("unit", name));
            assertThat(Provenance.read(file).entries()).containsEntry("unit", name);
        }
    }

    /** Waves in a soft window, as first-layer filters and projections look. */
    private Tensor wavelet(int channels, int side) {
        Tensor out = Tensor.zeros(new Shape(channels, side, side));
        double angle = random.nextDouble() * Math.PI;
        double waves = 2 + 4 * random.nextDouble();
        for (int c = 0; c < channels; c++) {
            double strength = random.nextDouble() - (c == 1 ? 0.2 : 0.5);
            for (int i = 0; i < side * side; i++) {
                double x = (i % side + 0.5) / side - 0.5;
                double y = (Math.floorDiv(i, side) + 0.5) / side - 0.5;
                double wave = Math.sin(waves * Math.PI * (x * Math.cos(angle) + y * Math.sin(angle)));
                out.values()[c * side * side + i] = (float) (strength * wave * Math.exp(-12 * (x * x + y * y)));
            }
        }
        return out;
    }

    private RgbImage patch(int side) {
        return Contrast.weights().picture(wavelet(3, side), Channels.RGB);
    }

    private List<RgbImage> projections(int count, int side) {
        List<Tensor> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(wavelet(3, side));
        }
        return Contrast.projections().pictures(all, Channels.RGB);
    }

    private List<RgbImage> patches(int count, int side) {
        List<RgbImage> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(patch(side));
        }
        return all;
    }

    private Tensor maps(int count, int side) {
        Tensor maps = Tensor.zeros(new Shape(count, side, side));
        for (int c = 0; c < count; c++) {
            float[] one = wavelet(1, side).values();
            for (int i = 0; i < one.length && c % 7 != 3; i++) {
                maps.values()[c * one.length + i] = Math.max(0, one[i]);
            }
        }
        return maps;
    }

    @Test
    void topNineAsTwinBlocks() {
        List<Tile> units = new ArrayList<>();
        for (int unit = 0; unit < 6; unit++) {
            RgbImage twins = new Twins(projections(9, 48), patches(9, 48)).draw(3, Theme.LIGHT);
            units.add(Tile.of(twins, String.format(Locale.ROOT, "conv5_3:%d  max %.1f", unit * 37, 80 - unit * 3.7)));
        }
        show(
                "top9",
                Mosaic.of(units)
                        .titled("vgg16 conv5_3, nine strongest pictures of each map")
                        .draw(FIGURE.withColumns(3).withZoom(1).withGap(16)));
    }

    @Test
    void projectionsWithLabels() {
        List<Tile> tiles = new ArrayList<>();
        for (RgbImage picture : projections(7, 64)) {
            tiles.add(Tile.of(picture, "conv4_2:" + tiles.size() + "\n" + (12.5f - tiles.size())));
        }
        Mosaic mosaic = Mosaic.of(tiles)
                .titled("deconvnet, lrn pass: beagle.jpg, every map of conv4_2 with its strongest neuron");
        show("projections-light", mosaic.draw(FIGURE));
        show("projections-dark", mosaic.draw(FIGURE.withTheme(Theme.DARK).withTextZoom(2)));
    }

    @Test
    void featureMapsWithDeadOnes() {
        List<Tile> tiles = MapTiles.of(maps(30, 13), Contrast.featureMaps());
        show("maps-light", Mosaic.of(tiles).draw(MosaicStyle.standard()));
        show("maps-dark", Mosaic.of(tiles).titled("zfnet conv5, 30 maps").draw(FIGURE.withTheme(Theme.DARK)));
        List<Tile> large = MapTiles.of(maps(7, 55), Contrast.featureMaps().withScale(Scale.Shared.TILE));
        show(
                "maps-large",
                Mosaic.of(large)
                        .titled("zfnet conv2 (own scale each)")
                        .draw(FIGURE.withColumns(4).withZoom(2)));
    }

    @Test
    void filters() {
        float[] colours = new float[30 * 3 * 49];
        for (int i = 0; i < 30; i++) {
            System.arraycopy(wavelet(3, 7).values(), 0, colours, i * 147, 147);
        }
        FilterWeights first = new FilterWeights(colours, 30, 3, 7, 7);
        Contrast own = Contrast.weights().withScale(Scale.Shared.TILE);
        show("filters-colour", Drawing.of(FilterMosaic.draw(first, Channels.RGB, own, MosaicStyle.standard())));
        show(
                "filters-caffe",
                Drawing.of(FilterMosaic.draw(
                        first, Channels.RGB, own, MosaicStyle.caffe().withZoom(8))));
        FilterWeights second = new FilterWeights(maps(8 * 12, 5).values(), 8, 12, 5, 5);
        show(
                "filters-pairs",
                Drawing.of(FilterMosaic.draw(
                        second, Channels.RGB, own, MosaicStyle.standard().withTheme(Theme.DARK))));
    }

    @Test
    void everyLetter() {
        StringBuilder letters = new StringBuilder();
        for (char c = ' '; c < 127; c++) {
            letters.append(c).append(c % 32 == 31 ? "\n" : "");
        }
        letters.append("\nzfscope project vgg16 beagle.jpg --unit conv5_3:12@7,7 -o p.png");
        RgbImage line = AsciiArt.plain(1, 1, 0xFFFFFF);
        show(
                "letters",
                Mosaic.ofPictures(List.of(line))
                        .titled(letters.toString())
                        .draw(FIGURE.withTextZoom(2).withZoom(1)));
    }
}
