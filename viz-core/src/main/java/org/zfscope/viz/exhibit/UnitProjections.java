package org.zfscope.viz.exhibit;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.viz.Method;
import org.zfscope.viz.Projection;
import org.zfscope.viz.Target;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Provenance;
import org.zfscope.viz.render.Scale;
import org.zfscope.viz.render.Theme;

/**
 * What of the picture do these units answer to?
 *
 * @param units addresses that {@link Target#parse} reads, or {@code layer:*} for every map's strongest neuron
 */
public record UnitProjections(Subject subject, List<String> units, Method method, Contrast contrast)
        implements PictureExhibit {

    static final String EVERY_MAP = ":*";

    /** Throws IllegalArgumentException if one is no address. */
    public UnitProjections {
        units = List.copyOf(units);
        units.stream().filter(unit -> !unit.endsWith(EVERY_MAP)).forEach(Target::parse);
    }

    /** Of one unit. */
    public static UnitProjections of(Subject subject, Target target, Method method, Contrast contrast) {
        return new UnitProjections(subject, List.of(target.toString()), method, contrast);
    }

    /**
     * The same with the full names of the layers.
     *
     * @throws org.zfscope.models.io.InputException if no layer's name ends so, or several do
     */
    public UnitProjections named(Network network) {
        List<String> full = units.stream().map(unit -> named(network, unit)).toList();
        return new UnitProjections(subject, full, method, contrast);
    }

    private static String named(Network network, String unit) {
        int end = unit.lastIndexOf(':');
        String layer = unit.substring(0, end);
        return layer.equals(Target.CLASS) ? unit : network.named(layer) + unit.substring(end);
    }

    /** Whether more than one projection is asked for. */
    private boolean isMosaic() {
        return units.size() > 1 || units.get(0).endsWith(EVERY_MAP);
    }

    @Override
    public Result answer(Lab lab, Progress progress) {
        Network network = lab.network(subject.model());
        List<Target> targets = targets(network);
        PictureRun run = lab.run(subject, Keep.everything());
        List<Projection> projections = lab.projector(network, method).project(run.activations(), targets, progress);
        String title =
                say("viz.unit-projections.of", Command.word(method.relu()), Naming.of(run), String.join(" ", units));
        return new Result(run, projections, isMosaic(), contrast, title);
    }

    private List<Target> targets(Network network) {
        List<Target> targets = new ArrayList<>();
        for (String unit : units) {
            if (unit.endsWith(EVERY_MAP)) {
                String layer = unit.substring(0, unit.length() - EVERY_MAP.length());
                for (int u = 0; u < network.shape(layer).channels(); u++) {
                    targets.add(new Target.Strongest(layer, u));
                }
            } else {
                targets.add(Target.parse(unit));
            }
        }
        return targets;
    }

    /** Projections, each beside its patch of the picture. */
    public record Result(
            PictureRun run, List<Projection> projections, boolean isMosaic, Contrast contrast, String title)
            implements Figure, Answer {

        @Override
        public Drawing labelled(Theme theme) {
            return run.figure().mosaic(projections, contrast, title, theme);
        }

        /** One projection is as large as the network's input; of several what the units see. Each has its own scale. */
        @Override
        public Drawing plain() {
            return isMosaic
                    ? run.figure().crops(projections, contrast.withScale(Scale.Shared.TILE))
                    : Drawing.of(run.figure().whole(projections.get(0), contrast));
        }

        @Override
        public Optional<Numbers> numbers() {
            List<Projection> all = projections;
            return Optional.of(
                    isMosaic
                            ? Numbers.stacked(all.stream().map(Projection::full).toList())
                            : Numbers.of(all.get(0).full()));
        }

        @Override
        public Object json() {
            return projections.stream().map(ProjectionWords::json).toList();
        }

        @Override
        public String text() {
            return projections.stream().map(ProjectionWords::text).collect(Collectors.joining("\n"));
        }
    }

    @Override
    public String name() {
        return String.join("-", units);
    }

    @Override
    public String shows() {
        return isMosaic() ? "projections" : "projection";
    }

    @Override
    public Provenance provenance(Network network, Optional<Command> command) {
        return Options.beyond(PictureExhibit.super.provenance(network, command), network, method);
    }

    @Override
    public Provenance describe(Provenance made) {
        return Options.describe(made.with("unit", String.join(" ", units)), method);
    }

    @Override
    public Optional<Command> command(Network network, String file) {
        Command project = Options.ofPicture("project", subject);
        for (String unit : units) {
            project = project.with("--unit", unit);
        }
        Command drawn = Options.with(Options.with(project, method), contrast, Contrast.projections());
        return Optional.of(drawn.with("-o", file));
    }
}
