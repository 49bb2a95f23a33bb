package org.zfscope.viz.exhibit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.viz.analysis.Dataset;
import org.zfscope.viz.analysis.Probe;
import org.zfscope.viz.analysis.Probe.Cell;
import org.zfscope.viz.analysis.Probe.Layer;
import org.zfscope.viz.figure.ProbeFigure;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Provenance;
import org.zfscope.viz.render.Theme;

/**
 * How well do the features of each layer tell classes apart [Zeiler2014 tables 4, 5, 7, fig. 9]?
 *
 * @param images a folder with a folder for each class
 */
public record ProbeTable(Subject subject, Path images, Probe.Options options) implements PictureExhibit {

    /** Of a network alone, whatever picture it looks at. */
    public ProbeTable {
        subject = subject.alone();
    }

    @Override
    public Result answer(Lab lab, Progress progress) {
        Network network = lab.network(subject.model());
        Probe probe = new Probe(Dataset.folder(images), options);
        return new Result(network, probe.run(network, progress));
    }

    /** The table, drawn and in words. */
    public record Result(Network network, Probe.Result found) implements Figure, Answer {

        @Override
        public Drawing labelled(Theme theme) {
            return new ProbeFigure(Naming.of(network), found).draw(theme);
        }

        @Override
        public Drawing plain() {
            return labelled(Theme.LIGHT);
        }

        /** A line a number, under a line of names; accuracies from 0 to 1. */
        public String csv() {
            StringBuilder csv = new StringBuilder("layer,weights,features,classifier,per_class,mean,deviation,folds\n");
            for (Cell cell : found.cells()) {
                csv.append(ProbeWords.csv(cell)).append('\n');
            }
            return csv.toString();
        }

        @Override
        public Object json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("classes", found.classes());
            json.put("pictures", found.pictures());
            json.put("skipped", found.skipped().stream().map(ProbeWords::json).toList());
            List<Object> layers = new ArrayList<>();
            for (Layer layer : found.layers()) {
                layers.add(ProbeWords.json(layer, found.cells()));
            }
            json.put("layers", layers);
            return json;
        }

        @Override
        public String text() {
            return ProbeWords.text(Naming.of(network), found);
        }
    }

    @Override
    public String name() {
        return "probe";
    }

    @Override
    public String shows() {
        return "probe";
    }

    @Override
    public boolean hasNumbers() {
        return false;
    }

    @Override
    public Provenance describe(Provenance made) {
        return made.with("images", images.toString())
                .with("classes", options.classes() == 0 ? "all" : Integer.toString(options.classes()))
                .with("layers", options.layers().isEmpty() ? "blocks" : String.join(" ", options.layers()))
                .with(
                        "classifiers",
                        options.classifiers().stream().map(Command::word).collect(Collectors.joining(" ")))
                .with("per-class", numbers())
                .with("folds", Integer.toString(options.folds()))
                .with("features", Integer.toString(options.features()))
                .with("cost", Command.number(options.cost()))
                .with("random-seed", Long.toString(options.seed()));
    }

    private String numbers() {
        return options.perClass().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    @Override
    public Optional<Command> command(Network network, String file) {
        Command probe = Options.ofNetwork("probe", subject)
                .with("--images", images.toString())
                .with("--classes", options.classes(), 0);
        for (String layer : options.layers()) {
            probe = probe.with("--layer", layer);
        }
        for (Enum<?> classifier : options.classifiers()) {
            probe = probe.with("--classifier", Command.word(classifier));
        }
        probe = probe.with("--per-class", numbers())
                .with("--folds", Integer.toString(options.folds()))
                .with("--features", Integer.toString(options.features()))
                .with("--cost", Command.number(options.cost()))
                .with("--seed", Long.toString(options.seed()));
        return Optional.of((options.learned().contains(Probe.Learned.SHUFFLED) ? probe.with("--control") : probe)
                .with("-o", file));
    }
}
