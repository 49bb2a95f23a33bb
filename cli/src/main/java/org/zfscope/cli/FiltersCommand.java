package org.zfscope.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.io.InputException;
import org.zfscope.models.layer.Convolution;
import org.zfscope.viz.analysis.FilterStatistics;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.FilterMosaic;
import org.zfscope.viz.render.MosaicStyle;
import org.zfscope.viz.render.Png;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws a layer's weights. */
@Command(
        name = "filters",
        description =
                "Draws a convolution's weights and says how healthy they are: colour tiles for three-channel filters, else a grey tile for each"
                        + " output (row) and input (column).")
final class FiltersCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions model;

    @Mixin
    private ContrastOptions contrast;

    @Option(names = "--layer", required = true, paramLabel = "L", description = "A convolution.")
    private String layer;

    @Option(names = "-o", required = true, paramLabel = "FILE.png", description = "Where the mosaic goes.")
    private Path png;

    @Option(names = "--caffe", description = "Pixel for pixel the layout of Caffe's weight mosaic.")
    private boolean caffe;

    @Option(names = "--json", description = "Print the filters' statistics as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Network network = model.open();
        if (!(network.node(layer).layer() instanceof Convolution convolution)) {
            throw new InputException("layer " + layer + " is a "
                    + network.node(layer).layer().kind() + " and has no filters to draw; choose a convolution");
        }
        Channels order = network.preprocessing().channels();
        MosaicStyle style = caffe ? MosaicStyle.caffe() : MosaicStyle.standard().withMargin(8);
        var weights = org.zfscope.models.layer.FilterWeights.of(convolution);
        Png.write(
                png,
                FilterMosaic.draw(weights, order, contrast.change(Contrast.weights()), style),
                Origin.of(spec, model, network).with("layer", layer));
        FilterStatistics statistics = FilterStatistics.of(weights);
        spec.commandLine()
                .getOut()
                .println(json ? Json.of(Diagnosis.json(layer, statistics)) : Diagnosis.text(layer, statistics));
        return 0;
    }
}
