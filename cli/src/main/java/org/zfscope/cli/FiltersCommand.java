package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

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
@Command(name = "filters", description = "${bundle:cli.filters-command.about}")
final class FiltersCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions model;

    @Mixin
    private ContrastOptions contrast;

    @Option(names = "--layer", required = true, paramLabel = "L", descriptionKey = "cli.filters-command.layer")
    private String layer;

    @Option(names = "-o", required = true, paramLabel = "FILE", descriptionKey = "cli.filters-command.o")
    @Ending({".png", ".svg", ".pdf"})
    private Path png;

    @Option(names = "--caffe", descriptionKey = "cli.filters-command.caffe")
    private boolean caffe;

    @Option(names = "--first", paramLabel = "N", descriptionKey = "cli.filters-command.first")
    @Range(min = 1, max = 1_000_000)
    private Optional<Integer> first;

    @Option(names = "--json", descriptionKey = "cli.filters-command.json")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Lab lab = model.lab()) {
            Network network = lab.network(model.source());
            Filters filters = new Filters(
                    Subject.of(model.source()),
                    network.named(layer),
                    contrast.change(Contrast.weights()),
                    caffe ? MosaicStyle.caffe() : Filters.STYLE,
                    first.orElse(0));
            check(network.node(filters.layer()).layer());
            Filters.Result answer = filters.answer(lab, Progress.SILENT);
            new Outputs(spec, Optional.of(png), Optional.empty()).write(filters, network, answer::plain, answer);
            spec.commandLine().getOut().println(json ? Json.of(answer.json()) : answer.text());
        }
        return 0;
    }

    /** The filters of a layer below would not be what was asked for. */
    private void check(Layer named) {
        if (!(named instanceof Convolution)) {
            throw new InputException(say("cli.filters-command.layer-has-filters-draw", layer, named.kind()));
        }
    }
}
