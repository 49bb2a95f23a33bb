package org.zfscope.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.zfscope.models.Network;
import org.zfscope.models.io.AtomicFile;
import org.zfscope.models.io.InputException;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.open.Models;
import org.zfscope.models.train.Checkpoints;
import org.zfscope.models.train.Checkpoints.Kept;
import org.zfscope.viz.analysis.Dataset;
import org.zfscope.viz.analysis.FeatureEvolution;
import org.zfscope.viz.analysis.Hit;
import org.zfscope.viz.analysis.LayerTops;
import org.zfscope.viz.analysis.Rank;
import org.zfscope.viz.analysis.TopActivations;
import org.zfscope.viz.analysis.Tops;
import org.zfscope.viz.figure.EvolutionFigure;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Png;
import org.zfscope.viz.render.Theme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How features change while they are learned. */
@Command(
        name = "evolve",
        description =
                "Shows how features change while they are learned (Zeiler and Fergus, figure 4): LAYER.png for each"
                        + " layer, a row a map, a column a checkpoint, and evolution.json.")
final class EvolveCommand implements Callable<Integer> {

    @Mixin
    private ContrastOptions contrast;

    @Parameters(
            index = "0",
            arity = "1..*",
            paramLabel = "CHECKPOINTS",
            description = "The folder that train wrote to, or some of the checkpoints in it.")
    private List<Path> given;

    @Option(names = "--images", required = true, paramLabel = "DIR", description = "Pictures to choose from.")
    private Path images;

    @Option(names = "--layer", paramLabel = "L", description = "May be given several times; usually every ReLU.")
    private List<String> chosen = List.of();

    @Option(names = "--maps", defaultValue = "6", paramLabel = "N", description = "Rows of the figure; usually 6.")
    @Range(min = 1, max = 1_000_000)
    private int rows;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "From which the rows are drawn.")
    private long seed;

    @Option(names = "-o", required = true, paramLabel = "OUT", description = "The folder for what comes of it.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Kept> checkpoints = checkpoints();
        Dataset pictures = Dataset.folder(images);
        Network last =
                Models.open(checkpoints.get(checkpoints.size() - 1).file().toString());
        List<Layer> layers = layers(last).stream()
                .map(name -> new Layer(
                        name, new EvolutionFigure(units(last.shape(name).channels())), new ArrayList<>()))
                .toList();
        int unreadable = 0;
        for (Kept checkpoint : checkpoints) {
            Network network = Models.open(checkpoint.file().toString());
            List<String> names = layers.stream().map(Layer::name).toList();
            ConsoleProgress progress = progress("epoch " + checkpoint.epoch());
            Tops tops = new TopActivations(network, new TopActivations.Options(names, 1, Rank.MAX))
                    .scan(pictures, (done, total, soFar) -> progress.report(done, total));
            unreadable = tops.skipped().size();
            if (unreadable == pictures.items().size()) {
                throw InputException.in(
                        images,
                        "has no picture that can be read; the first: "
                                + tops.skipped().get(0).problem());
            }
            layers.forEach(layer -> layer.take(network, tops, pictures));
        }
        List<Integer> epochs = checkpoints.stream().map(Kept::epoch).toList();
        List<FeatureEvolution> evolutions = new ArrayList<>();
        for (Layer layer : layers) {
            FeatureEvolution evolution = new FeatureEvolution(layer.name, epochs, layer.found);
            draw(evolution, layer.figure, last);
            evolutions.add(evolution);
        }
        write(evolutions);
        report(evolutions, pictures.items().size(), unreadable);
        return 0;
    }

    /** A layer, its figure, and what was found at each checkpoint so far. */
    private record Layer(String name, EvolutionFigure figure, List<List<Hit>> found) {

        void take(Network network, Tops tops, Dataset pictures) {
            LayerTops maps = Objects.requireNonNull(tops.layers().get(name));
            List<Hit> strongest = IntStream.range(0, maps.units())
                    .mapToObj(unit -> maps.hits(unit).stream().findFirst().orElseThrow(() -> noNumber(network, unit)))
                    .toList();
            found.add(strongest);
            figure.project(network, name, strongest, pictures);
        }

        private InputException noNumber(Network network, int unit) {
            return new InputException("map " + unit + " of layer " + name + " of network " + network.name()
                    + " is not a number in any picture; the training diverged");
        }
    }

    private List<Kept> checkpoints() {
        return given.stream()
                .flatMap(p -> Files.isDirectory(p) ? Checkpoints.in(p).stream() : List.of(Checkpoints.at(p)).stream())
                .sorted(Comparator.comparingInt(Kept::epoch))
                .toList();
    }

    private ConsoleProgress progress(String what) {
        return new ConsoleProgress(spec.commandLine().getErr(), what);
    }

    private List<String> layers(Network network) {
        chosen.forEach(network::node);
        return chosen.isEmpty()
                ? network.nodes().stream()
                        .filter(n -> n.layer() instanceof Relu)
                        .map(Network.Node::name)
                        .toList()
                : chosen;
    }

    /** A random subset, the same for the same seed. */
    private List<Integer> units(int maps) {
        List<Integer> all = new ArrayList<>(IntStream.range(0, maps).boxed().toList());
        Collections.shuffle(all, new Random(seed));
        return all.subList(0, Math.min(Math.max(1, rows), maps)).stream()
                .sorted()
                .toList();
    }

    private void draw(FeatureEvolution evolution, EvolutionFigure figure, Network network) {
        String title =
                network.name() + ", " + evolution.layer() + ": strongest activation over all pictures, by epoch\n"
                        + "framed: another picture than at the checkpoint before";
        Png.write(
                folder.resolve(evolution.layer().replace('/', '_') + ".png"),
                figure.draw(evolution, contrast.change(Contrast.projections()), title, Theme.LIGHT),
                Origin.of(spec).with("model", network.name()).with("layer", evolution.layer()));
    }

    private void write(List<FeatureEvolution> evolutions) {
        List<Map<String, Object>> json =
                evolutions.stream().map(EvolutionJson::of).toList();
        AtomicFile.write(
                folder.resolve("evolution.json"), out -> out.write(Json.of(json).getBytes(StandardCharsets.UTF_8)));
    }

    private void report(List<FeatureEvolution> evolutions, int pictures, int unreadable) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%,d pictures, %,d of them unreadable and left out%n", pictures, unreadable);
        for (FeatureEvolution e : evolutions) {
            int last = e.epochs().get(e.epochs().size() - 1);
            out.printf(
                    "%s: for half of its %d maps the strongest picture stays the same from epoch %d on%s%n",
                    e.layer(), e.maps(), e.settlingEpoch(), e.settlingEpoch() == last ? ", the last" : "");
        }
    }
}
