package org.zfscope.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.io.InputException;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Layer;
import org.zfscope.viz.exhibit.Filters;
import org.zfscope.viz.exhibit.Lab;
import org.zfscope.viz.exhibit.Subject;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.MosaicStyle;
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
        Filters filters = new Filters(
                Subject.of(model.source()),
                layer,
                contrast.change(Contrast.weights()),
                caffe ? MosaicStyle.caffe() : Filters.STYLE);
        try (Lab lab = model.lab()) {
            Network network = lab.network(model.source());
            check(network.node(layer).layer());
            Filters.Result answer = filters.answer(lab, Progress.SILENT);
            new Outputs(spec, Optional.of(png), Optional.empty()).write(filters, network, answer::plain, answer);
            spec.commandLine().getOut().println(json ? Json.of(answer.json()) : answer.text());
        }
        return 0;
    }

    /** The filters of a layer below would not be what was asked for. */
    private void check(Layer named) {
        if (!(named instanceof Convolution)) {
            throw new InputException(
                    "layer " + layer + " is a " + named.kind() + " and has no filters to draw; choose a convolution");
        }
    }
}
