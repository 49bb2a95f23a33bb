package org.zfscope.viz.exhibit;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.Method;
import org.zfscope.viz.Projection;
import org.zfscope.viz.Projector;
import org.zfscope.viz.Target;
import org.zfscope.viz.Targets;
import org.zfscope.viz.Unit;
import org.zfscope.viz.analysis.ShuffledWeights;
import org.zfscope.viz.analysis.Strengths;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.figure.PlateFigure;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Provenance;
import org.zfscope.viz.render.Theme;

/**
 * What do chosen units see in chosen pictures by chosen rules? One figure, as a paper shows it.
 *
 * @param subject a network alone
 * @param units addresses that {@link Target#parse} reads; a row each, picture by picture
 * @param rules a column each
 * @param look how it is drawn
 */
public record Plate(Subject subject, List<Path> pictures, List<String> units, List<ReluRule> rules, PlateLook look)
        implements PictureExhibit {

    private static final long CONTROL = 1;

    /** Throws IllegalArgumentException if one is no address, or there is nothing to draw. */
    public Plate {
        pictures = List.copyOf(pictures);
        units = List.copyOf(units);
        rules = List.copyOf(rules);
        units.forEach(Target::parse);
        if (pictures.isEmpty() || units.isEmpty() || rules.isEmpty()) {
            throw new IllegalArgumentException(say("viz.plate.nothing"));
        }
    }

    /** Addresses of the maps of a layer that answer most to a picture, strongest first. */
    public static List<String> strongest(Lab lab, Subject picture, String layer, int most) {
        lab.network(picture.model()).node(layer);
        PictureRun run = lab.run(picture, Keep.everything());
        float[] strengths = Strengths.ofMaps(run.activations().maps(layer, 0));
        return IntStream.range(0, strengths.length)
                .boxed()
                .sorted(Comparator.comparing((Integer u) -> -strengths[u]))
                .limit(most)
                .map(u -> layer + ":" + u)
                .toList();
    }

    @Override
    public Result answer(Lab lab, Progress progress) {
        Network network = lab.network(subject.model());
        List<Row> rows = new ArrayList<>();
        try (Network shuffled = ShuffledWeights.of(network, CONTROL)) {
            for (Path picture : pictures) {
                PictureRun run = lab.run(Subject.of(subject.model(), picture), Keep.everything());
                for (String address : units) {
                    rows.add(row(run, shuffled, Target.parse(address)));
                    progress.report(rows.size(), (long) pictures.size() * units.size());
                }
            }
        }
        return new Result(network, rows, this);
    }

    private Row row(PictureRun run, Network shuffled, Target target) {
        Unit unit = new Targets(run.activations(), 0).find(target);
        List<Projection> projections = new ArrayList<>();
        for (ReluRule rule : rules) {
            projections.add(projected(run, run.network(), rule, unit));
            if (look.control() == PlateLook.Control.SHUFFLED) {
                projections.add(projected(run, shuffled, rule, unit));
            }
        }
        String name = say("viz.plate.row", unit.name(), run.pictureName(), Quantities.digits(unit.activation(), 3));
        PlateFigure.Row drawn = new PlateFigure.Row(
                name,
                run.figure().patch(projections.get(0)),
                projections.stream().map(p -> p.crop(run.figure().field(p))).toList());
        return new Row(run.pictureName(), projections, drawn);
    }

    private static Projection projected(PictureRun run, Network network, ReluRule rule, Unit unit) {
        try (Projector projector = new Projector(network, Method.of(rule))) {
            return projector
                    .projectUnits(run.activations(), List.of(unit), Progress.SILENT)
                    .get(0);
        }
    }

    /** A unit in a picture. */
    record Row(String picture, List<Projection> projections, PlateFigure.Row drawn) {}

    private List<String> heads() {
        List<String> heads = new ArrayList<>();
        for (ReluRule rule : rules) {
            heads.add(Command.word(rule));
            if (look.control() == PlateLook.Control.SHUFFLED) {
                heads.add(say("viz.plate.control", Command.word(rule)));
            }
        }
        return heads;
    }

    /** Rows of projections. */
    public record Result(Network network, List<Row> rows, Plate plate) implements Figure, Answer {

        public Result {
            rows = List.copyOf(rows);
        }

        private PlateFigure figure() {
            return new PlateFigure(
                    rows.stream().map(Row::drawn).toList(),
                    plate.heads(),
                    network.preprocessing().channels(),
                    plate.look().palette(),
                    plate.look().side());
        }

        @Override
        public Drawing labelled(Theme theme) {
            return figure().draw(Naming.of(network), plate.look().caption(), theme);
        }

        /** Without title and caption. */
        @Override
        public Drawing plain() {
            return figure().draw("", "", Theme.LIGHT);
        }

        /** [rows times columns, channels, height, width], row by row. */
        @Override
        public Optional<Numbers> numbers() {
            return Optional.of(Numbers.stacked(rows.stream()
                    .flatMap(row -> row.projections().stream())
                    .map(Projection::full)
                    .toList()));
        }

        @Override
        public Object json() {
            return rows.stream()
                    .map(row -> {
                        Map<String, Object> json = new LinkedHashMap<>();
                        json.put("picture", row.picture());
                        json.putAll(ProjectionWords.json(row.projections().get(0)));
                        json.put("columns", plate.heads());
                        return json;
                    })
                    .toList();
        }

        @Override
        public String text() {
            return rows.stream()
                    .map(row -> row.picture() + ": "
                            + ProjectionWords.text(row.projections().get(0)))
                    .collect(Collectors.joining("\n"));
        }
    }

    @Override
    public String name() {
        return "figure";
    }

    @Override
    public String shows() {
        return "figure";
    }

    @Override
    public Map<String, Path> sources() {
        Map<String, Path> sources = new LinkedHashMap<>();
        for (int i = 0; i < pictures.size(); i++) {
            sources.put("picture-" + (i + 1), pictures.get(i));
        }
        return sources;
    }

    @Override
    public Provenance describe(Provenance made) {
        Provenance described =
                look.describe(made.with("units", String.join(" ", units)).with("rules", words(rules)));
        for (Map.Entry<String, Path> source : sources().entrySet()) {
            described = described.withFile(source.getKey(), source.getValue());
        }
        return described;
    }

    private static String words(List<ReluRule> rules) {
        return rules.stream().map(Command::word).collect(Collectors.joining(","));
    }

    @Override
    public Optional<Command> command(Network network, String file) {
        return Optional.of(
                drawn(inPictures().with("--units", String.join(",", units))).with("-o", file));
    }

    /** The command that draws the strongest units of every layer in the same way, as PDF. */
    public Command ofLayers() {
        return drawn(inPictures().with("--layers", "all"))
                .with("--format", "pdf")
                .with("-o", "figures");
    }

    private Command inPictures() {
        return Options.ofNetwork("figure", subject)
                .with("--pictures", pictures.stream().map(Path::toString).collect(Collectors.joining(",")));
    }

    private Command drawn(Command command) {
        return look.options(command.with("--rules", words(rules)));
    }
}
