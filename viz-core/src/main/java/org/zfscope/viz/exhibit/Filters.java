package org.zfscope.viz.exhibit;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Progress;
import org.zfscope.models.io.InputException;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.FilterWeights;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.analysis.FilterStatistics;
import org.zfscope.viz.analysis.Strengths;
import org.zfscope.viz.figure.FilterTiles;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.FilterMosaic;
import org.zfscope.viz.render.MosaicStyle;
import org.zfscope.viz.render.Provenance;
import org.zfscope.viz.render.Theme;

/**
 * What has a convolution, or the one that gives a layer its maps, learned to look for? Its weights, and how healthy they
 * are.
 *
 * @param first how many of the filters, from the first on; 0 for all of them
 */
public record Filters(Subject subject, String layer, Contrast contrast, MosaicStyle style, int first)
        implements LayerExhibit {

    /** All of a layer's filters. */
    public Filters(Subject subject, String layer, Contrast contrast, MosaicStyle style) {
        this(subject, layer, contrast, style, 0);
    }

    /** How filters are usually laid out. */
    public static final MosaicStyle STYLE = MosaicStyle.standard().withMargin(8);

    /** A mosaic, the weights, and the filters' statistics. */
    public record Result(String layer, FilterWeights filters, Channels order, Contrast contrast, MosaicStyle style)
            implements Figure, Answer {
        @Override
        public Drawing labelled(Theme theme) {
            boolean own = style.theme().equals(Theme.CAFFE);
            return Drawing.of(FilterMosaic.draw(filters, order, contrast, own ? style : style.withTheme(theme)));
        }

        @Override
        public Drawing plain() {
            return Drawing.of(FilterMosaic.draw(filters, order, contrast, style));
        }

        @Override
        public Optional<Numbers> numbers() {
            int each = filters.channels() * filters.height() * filters.width();
            Shape shape = new Shape(filters.channels(), filters.height(), filters.width());
            return Optional.of(Numbers.stacked(IntStream.range(0, filters.filters())
                    .mapToObj(i -> new Tensor(shape, Arrays.copyOfRange(filters.weights(), i * each, (i + 1) * each)))
                    .toList()));
        }

        @Override
        public Object json() {
            return HealthWords.json(layer, FilterStatistics.of(filters));
        }

        @Override
        public String text() {
            return HealthWords.text(layer, FilterStatistics.of(filters));
        }
    }

    /** Throws InputException if neither the layer nor what lies below it has filters. */
    @Override
    public Result answer(Lab lab, Progress progress) {
        Network network = lab.network(subject.model());
        Node node = convolution(network)
                .orElseThrow(() -> new InputException(say(
                        "viz.filters.layer-has-filters-draw",
                        layer,
                        network.node(layer).layer().kind())));
        return new Result(
                layer,
                some(FilterWeights.of((Convolution) node.layer())),
                network.preprocessing().channels(),
                contrast,
                style);
    }

    private FilterWeights some(FilterWeights all) {
        return first == 0 || first >= all.filters()
                ? all
                : all.only(IntStream.range(0, first).boxed().toList());
    }

    @Override
    public TileSheet tiles(Lab lab, Audience audience) {
        Network network = lab.network(subject.model());
        Optional<Node> node = convolution(network);
        if (node.isEmpty()) {
            return TileSheet.empty(this, say("viz.filters.neither-nor-what-lies", layer));
        }
        FilterWeights filters = FilterWeights.of((Convolution) node.get().layer());
        String note = node.get().name().equals(layer)
                ? ""
                : say("viz.filters.filters", node.get().name());
        return new TileSheet(
                this,
                FilterTiles.of(filters, network.preprocessing().channels(), contrast),
                Strengths.ofFilters(filters),
                Optional.empty(),
                note,
                0);
    }

    /** The layer, or the convolution that gives it its maps. */
    private Optional<Node> convolution(Network network) {
        Node node = network.node(layer);
        int maps = network.shape(layer).channels();
        while (!(node.layer() instanceof Convolution)) {
            String below = node.inputs().get(0);
            if (Network.INPUT.equals(below) || network.shape(below).channels() != maps) {
                return Optional.empty();
            }
            node = network.node(below);
        }
        return Optional.of(node);
    }

    @Override
    public String name() {
        return layer + "-filters";
    }

    @Override
    public String shows() {
        return "filters";
    }

    @Override
    public Provenance describe(Provenance made) {
        return made.with("layer", layer);
    }

    @Override
    public Optional<Command> command(Network network, String file) {
        return convolution(network)
                .map(node -> Options.ofNetwork("filters", subject).with("--layer", node.name()))
                .map(filters -> filters.with("--first", first, 0))
                .map(filters -> Options.with(filters, contrast).with("-o", file));
    }
}
