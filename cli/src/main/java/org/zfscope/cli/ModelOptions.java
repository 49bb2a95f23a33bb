package org.zfscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.zfscope.models.Network;
import org.zfscope.models.PicturePart;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Fit;
import org.zfscope.models.load.InputSize;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.open.Models;
import org.zfscope.viz.exhibit.Lab;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which network, and how pictures become its input where its own card does not say or is not to be followed. */
final class ModelOptions {

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            descriptionKey = "cli.model-options.model",
            completionCandidates = Names.class)
    private String model;

    @Option(names = "--weights", paramLabel = "FILE", descriptionKey = "cli.model-options.weights")
    private Optional<Path> weights;

    @Option(
            names = "--size",
            paramLabel = "N|HxW",
            converter = SizeConverter.class,
            descriptionKey = "cli.model-options.size")
    private Optional<InputSize> size;

    @Option(names = "--output", paramLabel = "NAME", descriptionKey = "cli.model-options.output")
    private Optional<String> output;

    @Option(names = "--labels", paramLabel = "FILE", descriptionKey = "cli.model-options.labels")
    private Optional<Path> labels;

    @Option(names = "--resize", paramLabel = "N", descriptionKey = "cli.model-options.resize")
    @Range(min = 0, max = 10_000)
    private Optional<Integer> shortSide;

    @Option(names = "--fit", descriptionKey = "cli.model-options.fit")
    private Optional<Fit> fit;

    @Option(names = "--channels", descriptionKey = "cli.model-options.channels")
    private Optional<Channels> channels;

    @Option(names = "--mean", paramLabel = "V,V,V|FILE", descriptionKey = "cli.model-options.mean")
    private Optional<String> mean;

    @Option(names = "--scale", paramLabel = "S[,S,S]", descriptionKey = "cli.model-options.scale")
    private Optional<String> scale;

    @Option(
            names = "--crop",
            paramLabel = "T,L,B,R",
            converter = CropConverter.class,
            descriptionKey = "cli.model-options.crop")
    private Optional<PicturePart> crop;

    @Mixin
    private EngineOption engine;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Zoo names, for help and completion. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Models.names().iterator();
        }
    }

    ModelSource source() {
        return Models.completed(Models.source(model, weights).withSize(size));
    }

    /** The words that chose network and input, for other commands about the same. */
    List<String> words() {
        CommandSpec own = CommandSpec.forAnnotatedObject(new ModelOptions());
        List<String> words = new ArrayList<>(List.of(model));
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            if (own.findOption(option.longestName()) != null) {
                option.originalStringValues().forEach(value -> words.addAll(List.of(option.longestName(), value)));
            }
        }
        return words;
    }

    /** Where questions to this network are answered, with pictures as the options have them. */
    Lab lab() {
        return new Lab(source -> open(), Lab.Capacity.ONE);
    }

    Network open() {
        Models.hint(model).ifPresent(spec.commandLine().getErr()::println);
        Network network = Models.open(source());
        network = engine.on(network);
        network = output.map(network::withOutput).orElse(network);
        network = labels.map(LabelFile::read).map(network::withLabels).orElse(network);
        return network.with(override(network.preprocessing()));
    }

    /** Whether the user said what computes. */
    boolean saysEngine() {
        return engine.isSaid();
    }

    private Preprocessing override(Preprocessing own) {
        Preprocessing chosen = own;
        if (channels.isPresent()) {
            chosen = chosen.withChannels(channels.get());
        }
        if (fit.isPresent()) {
            chosen = chosen.withFit(fit.get());
        }
        if (shortSide.isPresent()) {
            chosen = chosen.withShortSide(shortSide.get());
        }
        if (mean.isPresent()) {
            chosen = chosen.withMean(MeanOption.parse(mean.get(), chosen.channels()));
        }
        if (crop.isPresent()) {
            chosen = chosen.withPart(crop.get());
        }
        return scale.isPresent() ? chosen.withScale(FactorOption.parse(scale.get(), chosen.channels())) : chosen;
    }
}
