package org.zfscope.app.engine;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Progress;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.NpyFiles;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.FilterWeights;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.Picture;
import org.zfscope.viz.Projection;
import org.zfscope.viz.Projector;
import org.zfscope.viz.Target;
import org.zfscope.viz.figure.MapsFigure;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.FeatureMaps;
import org.zfscope.viz.render.FilterMosaic;
import org.zfscope.viz.render.Mosaic;
import org.zfscope.viz.render.MosaicStyle;
import org.zfscope.viz.render.Theme;
import org.zfscope.viz.render.Tile;

/**
 * What panes show, as figures and numbers to take away: pixel for pixel what the command line makes of the same. They have
 * a run and a projector of their own, as looks between two steps of a long export may close those of the window. Who opens
 * them closes them.
 */
public final class Figures implements AutoCloseable {

    private final Engine engine;
    private final Wanted wanted;
    private final Progress progress;
    private final Running running;
    private final Network network;
    private final String layer;
    private final Projector projector;

    /**
     * For what is chosen now.
     *
     * @throws InputException if network, picture or layer is missing
     */
    public Figures(Engine engine, Wanted wanted, Progress progress) {
        if (wanted.subject().isEmpty() || wanted.layer().isEmpty()) {
            throw new InputException("there is nothing to export yet; open a model and a picture first");
        }
        this.engine = engine;
        this.wanted = wanted;
        this.progress = progress;
        Subject subject = wanted.subject().get();
        this.network = engine.network(subject.model());
        this.layer = wanted.layer().get();
        this.running = Running.of(network, Picture.read(subject.picture(), network));
        this.projector = new Projector(network, wanted.method());
    }

    /** With titles and labels, as the command line draws it. */
    public RgbImage labelled(Exported what) {
        if (what == Exported.UNIT) {
            return running.figure().mosaic(List.of(projection()), contrast(), title(target().toString()), Theme.LIGHT);
        }
        return switch (wanted.kind()) {
            case MAPS ->
                MapsFigure.draw(maps(), featureMaps(), layer + " of " + network.name() + ", " + name(), Theme.LIGHT);
            case FILTERS -> filters();
            case PROJECTIONS ->
                running.figure().mosaic(projections(), shared(contrast()), title(layer + ":*"), Theme.LIGHT);
            case BACKWARD ->
                new Mosaic(
                                FeatureMaps.tiles(signal(), shared(contrast())),
                                title("signal of " + target() + " at " + layer))
                        .draw(MosaicStyle.figure());
            case TOP_9 -> new TopExport(engine, wanted, network).labelled(progress);
        };
    }

    /** Tiles only; of a unit the projection alone, as large as the network's input. */
    public RgbImage plain(Exported what) {
        if (what == Exported.UNIT) {
            return running.figure().whole(projection(), contrast());
        }
        return switch (wanted.kind()) {
            case MAPS -> unlabelled(FeatureMaps.tiles(maps(), featureMaps()));
            case FILTERS -> filters();
            case PROJECTIONS ->
                Mosaic.ofPictures(projections().stream()
                                .map(p -> running.figure().crop(p, contrast()))
                                .toList())
                        .draw(MosaicStyle.standard());
            case BACKWARD -> unlabelled(FeatureMaps.tiles(signal(), shared(contrast())));
            case TOP_9 -> new TopExport(engine, wanted, network).plain(progress);
        };
    }

    private static RgbImage unlabelled(List<Tile> tiles) {
        return new Mosaic(
                        tiles.stream()
                                .map(t -> new Tile(t.picture(), "", t.dead()))
                                .toList(),
                        "")
                .draw(MosaicStyle.standard());
    }

    /** The numbers behind it. */
    public void npy(Exported what, Path file) {
        if (what == Exported.UNIT) {
            NpyFiles.write(file, projection().full());
            return;
        }
        switch (wanted.kind()) {
            case MAPS -> NpyFiles.write(file, maps());
            case BACKWARD -> NpyFiles.write(file, signal());
            case PROJECTIONS ->
                NpyFiles.writeBatch(
                        file, projections().stream().map(Projection::full).toList());
            case TOP_9 ->
                throw new InputException(
                        "strongest pictures are no numbers; save them as PNG, the index itself holds the values");
            case FILTERS -> {
                FilterWeights f = FilterWeights.of(convolution());
                int each = f.channels() * f.height() * f.width();
                NpyFiles.writeBatch(
                        file,
                        IntStream.range(0, f.filters())
                                .mapToObj(i -> new Tensor(
                                        new Shape(f.channels(), f.height(), f.width()),
                                        Arrays.copyOfRange(f.weights(), i * each, (i + 1) * each)))
                                .toList());
            }
        }
    }

    /** Writes a picture, enlarged, with all that it was made from. */
    public void png(Exported what, RgbImage picture, int zoom, Path file) {
        new FigureFile(what, wanted, network).write(picture, zoom, file);
    }

    private Tensor maps() {
        return running.run().maps(layer, 0);
    }

    private Contrast featureMaps() {
        return shared(Contrast.featureMaps().withGain(wanted.mapsGain()));
    }

    private Contrast contrast() {
        return Contrast.projections().withGain(wanted.gain());
    }

    private Contrast shared(Contrast contrast) {
        return contrast.withScale(wanted.scale());
    }

    private RgbImage filters() {
        Contrast contrast = shared(Contrast.weights().withGain(wanted.mapsGain()));
        MosaicStyle style = MosaicStyle.standard().withMargin(8);
        return FilterMosaic.draw(
                FilterWeights.of(convolution()), network.preprocessing().channels(), contrast, style);
    }

    private Convolution convolution() {
        Node node = Tiles.convolution(network, layer)
                .orElseThrow(() -> new InputException("layer " + layer + " has no filters; choose a convolution"));
        return (Convolution) node.layer();
    }

    private Target target() {
        return wanted.target().orElseThrow(() -> new InputException("choose a unit first"));
    }

    private Projection projection() {
        return projector.project(running.run(), target());
    }

    private List<Projection> projections() {
        return projector.projectLayer(running.run(), layer, progress);
    }

    private Tensor signal() {
        return projector.signal(running.run(), target(), layer);
    }

    private String name() {
        return String.valueOf(running.picture().file().getFileName());
    }

    private String title(String what) {
        return CommandText.word(wanted.method().relu()) + " of " + network.name() + ", " + name() + "\n" + what;
    }

    @Override
    public void close() {
        projector.close();
        running.close();
    }
}
