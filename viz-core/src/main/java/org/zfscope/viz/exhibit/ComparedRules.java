package org.zfscope.viz.exhibit;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.Method;
import org.zfscope.viz.Projection;
import org.zfscope.viz.Projector;
import org.zfscope.viz.Target;
import org.zfscope.viz.Targets;
import org.zfscope.viz.Unit;
import org.zfscope.viz.analysis.RankCorrelation;
import org.zfscope.viz.analysis.ShuffledWeights;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Mosaic;
import org.zfscope.viz.render.MosaicStyle;
import org.zfscope.viz.render.Provenance;
import org.zfscope.viz.render.Theme;
import org.zfscope.viz.render.Tile;

/**
 * What do all rules say of one unit, and what do they say of it through random weights [Adebayo2018]?
 *
 * @param seed of the control's weights
 */
public record ComparedRules(Subject subject, Target target, Contrast contrast, long seed) implements PictureExhibit {

    private static final int SIDE = 192;

    @Override
    public Result answer(Lab lab, Progress progress) {
        PictureRun run = lab.run(subject, Keep.everything());
        Unit unit = new Targets(run.activations(), 0).find(target);
        List<Projection> learned = new ArrayList<>();
        List<Projection> control = new ArrayList<>();
        ReluRule[] rules = ReluRule.values();
        try (Network shuffled = ShuffledWeights.of(run.network(), seed)) {
            for (ReluRule rule : rules) {
                learned.add(projected(run, run.network(), rule, unit));
                control.add(projected(run, shuffled, rule, unit));
                progress.report(learned.size(), rules.length);
            }
        }
        return new Result(run, learned, control, contrast, say("viz.compared-rules.of", Naming.of(run), target));
    }

    private static Projection projected(PictureRun run, Network network, ReluRule rule, Unit unit) {
        try (Projector projector = new Projector(network, Method.of(rule))) {
            return projector
                    .projectUnits(run.activations(), List.of(unit), Progress.SILENT)
                    .get(0);
        }
    }

    /** A projection a rule, and beside each its control. */
    public record Result(
            PictureRun run, List<Projection> learned, List<Projection> control, Contrast contrast, String title)
            implements Figure, Answer {

        /** Above what the unit sees and the projections, below their controls with the sanity scores. */
        @Override
        public Drawing labelled(Theme theme) {
            List<Tile> tiles = new ArrayList<>();
            tiles.add(tile(
                    run.figure().patch(learned.get(0)), learned.get(0).unit().name()));
            learned.forEach(p -> tiles.add(drawn(p, rule(p))));
            tiles.add(Tile.of(new RgbImage(1, 1, new int[] {theme.paper()})));
            for (int i = 0; i < control.size(); i++) {
                String score = Quantities.fixed(sanity(i), 2);
                tiles.add(drawn(control.get(i), say("viz.compared-rules.control", rule(control.get(i)), score)));
            }
            return new Mosaic(tiles, title)
                    .draw(MosaicStyle.figure().withTheme(theme).withZoom(1).withColumns(1 + learned.size()));
        }

        private Tile drawn(Projection projection, String label) {
            return tile(run.figure().crop(projection, contrast), label);
        }

        private static Tile tile(RgbImage picture, String label) {
            return Tile.of(Mosaic.enlarged(picture, Math.max(1, SIDE / picture.height())), label);
        }

        private static String rule(Projection projection) {
            return Command.word(projection.method().relu());
        }

        /** How alike a rule's projection and its control are. */
        public double sanity(int rule) {
            return RankCorrelation.ofStrengths(
                    learned.get(rule).pixels(), control.get(rule).pixels());
        }

        @Override
        public Drawing plain() {
            List<Projection> all =
                    Stream.concat(learned.stream(), control.stream()).toList();
            return Mosaic.ofPictures(all.stream()
                            .map(p -> run.figure().crop(p, contrast))
                            .toList())
                    .draw(MosaicStyle.standard().withColumns(learned.size()));
        }

        /** [6, channels, height, width]: the three rules, then their controls. */
        @Override
        public Optional<Numbers> numbers() {
            return Optional.of(Numbers.stacked(Stream.concat(learned.stream(), control.stream())
                    .map(Projection::full)
                    .toList()));
        }

        @Override
        public Object json() {
            List<Object> json = new ArrayList<>();
            for (int i = 0; i < learned.size(); i++) {
                Map<String, Object> rule = new LinkedHashMap<>(ProjectionWords.json(learned.get(i)));
                rule.put("sanity", sanity(i));
                json.add(rule);
            }
            return json;
        }

        @Override
        public String text() {
            List<Integer> rules =
                    Stream.iterate(0, i -> i + 1).limit(learned.size()).toList();
            return rules.stream()
                    .map(i -> say(
                            "viz.compared-rules.score",
                            learned.get(i).unit().name(),
                            rule(learned.get(i)),
                            Quantities.fixed(sanity(i), 3)))
                    .collect(Collectors.joining("\n"));
        }
    }

    @Override
    public String name() {
        return target + "-rules";
    }

    @Override
    public String shows() {
        return "rules";
    }

    @Override
    public Provenance describe(Provenance made) {
        return made.with("unit", target.toString()).with("control", Long.toString(seed));
    }

    @Override
    public Optional<Command> command(Network network, String file) {
        Command project = Options.ofPicture("project", subject).with("--unit", target.toString());
        Command compared = project.with("--compare");
        return Optional.of(
                Options.with(compared, contrast, Contrast.projections()).with("-o", file));
    }
}
