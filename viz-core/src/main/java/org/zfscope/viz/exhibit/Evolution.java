package org.zfscope.viz.exhibit;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.train.Checkpoints.CheckpointFile;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.analysis.Dataset;
import org.zfscope.viz.analysis.EvolutionScan;
import org.zfscope.viz.analysis.FeatureEvolution;
import org.zfscope.viz.analysis.LayerEvolution;
import org.zfscope.viz.figure.EvolutionFigure;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Mosaic;
import org.zfscope.viz.render.Provenance;
import org.zfscope.viz.render.Theme;

/**
 * How do features change while they are learned [Zeiler2014 fig. 4]?
 *
 * @param checkpoints of one training, by rising epoch; at least one
 * @param images the folder of pictures to choose from
 */
public record Evolution(List<CheckpointFile> checkpoints, Path images, EvolutionScan.Options options, Contrast contrast)
        implements PictureExhibit {

    /** How many maps of a layer are usually shown. */
    public static final int MAPS = 6;

    private static final String ENDING = ".png";

    public Evolution {
        checkpoints = List.copyOf(checkpoints);
    }

    /** The network at the last checkpoint. */
    @Override
    public Subject subject() {
        return Subject.of(source(checkpoints.get(checkpoints.size() - 1)));
    }

    private static ModelSource source(CheckpointFile checkpoint) {
        return ModelSource.ofFile(checkpoint.file());
    }

    @Override
    public Result answer(Lab lab, Progress progress) {
        Dataset pictures = Dataset.folder(images);
        Network last = lab.network(subject().model());
        EvolutionScan scan = new EvolutionScan(last, pictures, checkpoints.size(), options, progress);
        for (CheckpointFile checkpoint : checkpoints) {
            scan.take(checkpoint.epoch(), lab.network(source(checkpoint)));
        }
        return new Result(last, scan.result(), contrast);
    }

    /** A figure a layer, and when its maps settled. */
    public record Result(Network network, EvolutionScan.Result found, Contrast contrast) implements Figure, Answer {

        /** The layers' figures, one below the other. */
        @Override
        public Drawing labelled(Theme theme) {
            return stacked(layers().stream().map(l -> figure(l, theme)).toList(), theme);
        }

        @Override
        public Drawing plain() {
            return stacked(
                    layers().stream()
                            .map(l -> EvolutionFigure.draw(l, contrast, "", Theme.LIGHT))
                            .toList(),
                    Theme.LIGHT);
        }

        private static Drawing stacked(List<Drawing> figures, Theme theme) {
            return Mosaic.stacked(figures, 0, theme.paper());
        }

        public List<LayerEvolution> layers() {
            return found.layers();
        }

        public Drawing figure(LayerEvolution layer, Theme theme) {
            String title = say(
                    "viz.evolution.strongest-activation-over-all",
                    Naming.of(network),
                    layer.features().layer());
            return EvolutionFigure.draw(layer, contrast, title, theme);
        }

        /** What a picture says of its making. */
        public Provenance describe(LayerEvolution layer, Provenance made) {
            return made.with("model", network.name())
                    .with("layer", layer.features().layer());
        }

        @Override
        public Object json() {
            return layers().stream()
                    .map(layer -> EvolutionWords.json(layer.features()))
                    .toList();
        }

        @Override
        public String text() {
            String pictures = say(
                    "viz.evolution.pictures-them-unreadable-left",
                    Quantities.count(found.pictures()),
                    Quantities.count(found.unreadable()));
            return Stream.concat(
                            Stream.of(pictures),
                            layers().stream().map(LayerEvolution::features).map(Result::text))
                    .collect(Collectors.joining("\n"));
        }

        private static String text(FeatureEvolution e) {
            int last = e.epochs().get(e.epochs().size() - 1);
            return say(
                    "viz.evolution.half-maps-strongest-picture",
                    e.layer(),
                    e.maps(),
                    e.settlingEpoch(),
                    e.settlingEpoch() == last ? say("viz.evolution.last") : "");
        }
    }

    @Override
    public String name() {
        return "evolution";
    }

    @Override
    public String shows() {
        return "evolution";
    }

    @Override
    public boolean hasNumbers() {
        return false;
    }

    @Override
    public Map<String, Path> sources() {
        Map<String, Path> sources = new LinkedHashMap<>();
        checkpoints.forEach(c -> sources.put("checkpoint-" + c.epoch(), c.file()));
        return sources;
    }

    @Override
    public Provenance describe(Provenance made) {
        return made.with("images", images.toString())
                .with("layers", String.join(" ", options.layers()))
                .with("maps", Integer.toString(options.maps()))
                .with("random-seed", Long.toString(options.seed()));
    }

    /** It writes a picture a layer into a folder, named as the file without its ending. */
    @Override
    public Optional<Command> command(Network network, String file) {
        List<String> words = new ArrayList<>(List.of("evolve"));
        checkpoints.forEach(c -> words.add(c.file().toString()));
        Command said = new Command(words).with("--images", images.toString());
        Command drawn = Options.withEach(said, "--layer", options.layers())
                .with("--maps", options.maps(), MAPS)
                .with("--seed", options.seed(), 1L);
        return Optional.of(Options.with(drawn, contrast, Contrast.projections())
                .with("-o", file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file));
    }
}
