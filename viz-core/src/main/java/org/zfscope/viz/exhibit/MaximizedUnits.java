package org.zfscope.viz.exhibit;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.ClassScores;
import org.zfscope.viz.Picture;
import org.zfscope.viz.Target;
import org.zfscope.viz.analysis.Ascent;
import org.zfscope.viz.figure.AscentFigure;
import org.zfscope.viz.figure.TileSize;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Provenance;
import org.zfscope.viz.render.Theme;
import org.zfscope.viz.render.Tile;

/**
 * What pictures do units answer to most strongly, made by gradient ascent? The subject has a picture where the preset begins
 * with one.
 *
 * @param units addresses that {@link Target#parse} reads, where {@code layer:unit} means the map's mean; or {@code layer:*}
 *     for all maps of a layer
 * @param best how many of a whole layer's are shown, those with the largest objectives; 0 = all
 */
public record MaximizedUnits(Subject subject, String layer, List<String> units, Ascent.Recipe recipe, int best)
        implements LayerExhibit {

    /** As many as in the Keras blog. */
    public static final int BEST = 64;

    private static final int AT_ONCE = 8;

    /** Pictures of a film. */
    private static final int FRAMES = 32;

    private static final double MOST_PIXELS = 1e8;

    /** Throws IllegalArgumentException if one is no address, or a photograph is missing or in the way. */
    public MaximizedUnits {
        units = List.copyOf(units);
        if (recipe.preset().needsPhotograph() != subject.picture().isPresent()) {
            throw new IllegalArgumentException(say("viz.maximized-units.from", Command.word(recipe.preset())));
        }
        units.stream().filter(unit -> !unit.endsWith(UnitProjections.EVERY_MAP)).forEach(Target::parse);
    }

    /** All maps of a layer, whatever picture there is. */
    public static MaximizedUnits ofLayer(Subject subject, String layer) {
        List<String> all = List.of(layer + UnitProjections.EVERY_MAP);
        return new MaximizedUnits(subject.alone(), layer, all, Ascent.Recipe.of(Ascent.Preset.KERAS), 0);
    }

    @Override
    public Result answer(Lab lab, Progress progress) {
        return answer(lab, Ascent.Watch.NONE, progress);
    }

    private Result answer(Lab lab, Ascent.Watch watch, Progress progress) {
        Network network = lab.network(subject.model());
        List<Ascent> all = Ascent.of(network, targets(network), recipe, photograph(network), watch, progress);
        List<Ascent> shown = shown(all);
        long rose = all.stream().filter(Ascent::rose).count();
        String title = say(
                "viz.maximized-units.of",
                Naming.of(network),
                Command.word(recipe.preset()),
                recipe.steps(),
                rose,
                all.size());
        return new Result(network, shown, rose, all.size(), title);
    }

    private List<Ascent> shown(List<Ascent> all) {
        return best == 0
                ? all
                : all.stream()
                        .sorted(Comparator.comparing((Ascent a) -> -a.end()))
                        .limit(best)
                        .toList();
    }

    private Optional<Tensor> photograph(Network network) {
        return subject.picture().map(file -> Picture.read(file, network).input());
    }

    /**
     * The answer, and how its pictures came to be: at most {@value #FRAMES} of the steps.
     *
     * @throws InputException if that are more units than a film can show
     */
    public Film film(Lab lab, Progress progress) {
        Network network = lab.network(subject.model());
        int units = targets(network).size();
        if (units > BEST) {
            throw new InputException(say("viz.maximized-units.film", BEST, units));
        }
        AscentFigure figure =
                new AscentFigure(List.of(), network.preprocessing().channels(), Target::toString);
        int every = (recipe.steps() + FRAMES - 1) / FRAMES;
        Map<Integer, List<RgbImage>> frames = new TreeMap<>();
        Result answer = answer(
                lab,
                (unit, step, picture) -> {
                    if (every == 0 || step % every == 0 || step == recipe.steps()) {
                        frames.computeIfAbsent(step, s -> new ArrayList<>()).add(figure.picture(picture.get()));
                    }
                },
                progress);
        return new Film(
                answer,
                frames.values().stream()
                        .map(AscentFigure::plain)
                        .map(Drawing::picture)
                        .toList());
    }

    /** An answer and pictures of the way to it, the last one what came of it. */
    public record Film(Result answer, List<RgbImage> frames) {
        public Film {
            frames = List.copyOf(frames);
        }
    }

    private List<Target> targets(Network network) {
        List<Target> targets = new ArrayList<>();
        for (String unit : units) {
            if (unit.endsWith(UnitProjections.EVERY_MAP)) {
                String all = unit.substring(0, unit.length() - UnitProjections.EVERY_MAP.length());
                for (int u = 0; u < network.shape(all).channels(); u++) {
                    targets.add(new Target.WholeMap(all, u));
                }
            } else {
                targets.add(target(network, Target.parse(unit)));
            }
        }
        return targets;
    }

    /** A map for its mean; a class for all places of its score, where it has several. */
    private static Target target(Network network, Target target) {
        if (target instanceof Target.Strongest map) {
            return new Target.WholeMap(map.layer(), map.unit());
        }
        if (target instanceof Target.ClassScore score) {
            String scores = ClassScores.layer(network);
            if (score.index() >= network.shape(scores).channels()) {
                throw new InputException(say(
                        "viz.occlusion-map.class-index",
                        score.index(),
                        network.shape(scores).channels() - 1));
            }
            return new Target.WholeMap(scores, score.index());
        }
        return target;
    }

    /** Pictures that climbed. */
    public record Result(Network network, List<Ascent> shown, long rose, int all, String title)
            implements Figure, Answer {

        public Result {
            shown = List.copyOf(shown);
        }

        private AscentFigure figure() {
            return new AscentFigure(shown, network.preprocessing().channels(), this::called);
        }

        /** Its address; a class by its name. */
        private String called(Target target) {
            String scores = ClassScores.layer(network);
            return target.map()
                    .filter(map -> map.layer().equals(scores))
                    .map(map -> ClassScores.label(network, map.unit()))
                    .orElseGet(target::toString);
        }

        @Override
        public Drawing labelled(Theme theme) {
            return figure().labelled(title, theme);
        }

        @Override
        public Drawing plain() {
            return figure().plain();
        }

        /** [units, channels, height, width], 0 to 255 in the order of the network's channels. */
        @Override
        public Optional<Numbers> numbers() {
            return Optional.of(
                    Numbers.stacked(shown.stream().map(Ascent::picture).toList()));
        }

        @Override
        public Object json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("units", all);
            json.put("rose", rose);
            json.put("shown", shown.stream().map(Result::json).toList());
            return json;
        }

        private static Map<String, Object> json(Ascent ascent) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("unit", ascent.target().toString());
            json.put("start", ascent.start());
            json.put("end", ascent.end());
            return json;
        }

        @Override
        public String text() {
            String lines = shown.stream()
                    .map(a -> say(
                            "viz.maximized-units.unit",
                            a.target(),
                            Quantities.digits(a.start(), 4),
                            Quantities.digits(a.end(), 4)))
                    .collect(Collectors.joining("\n"));
            return lines + "\n" + say("viz.maximized-units.rose", rose, all);
        }
    }

    @Override
    public TileSheet tiles(Lab lab, Audience audience) {
        Network network = lab.network(subject.model());
        List<Target> targets = targets(network);
        AscentFigure figure =
                new AscentFigure(List.of(), network.preprocessing().channels(), Target::toString);
        TileSize size = new TileSize(targets.size(), MOST_PIXELS);
        float[] strengths = new float[targets.size()];
        List<Tile> tiles = new ArrayList<>();
        for (int from = 0; from < targets.size(); from += AT_ONCE) {
            List<Target> some = targets.subList(from, Math.min(targets.size(), from + AT_ONCE));
            for (Ascent ascent : Ascent.of(network, some, recipe, photograph(network), Ascent.Watch.NONE, audience)) {
                strengths[tiles.size()] = (float) ascent.end();
                String label = Integer.toString(tiles.size());
                tiles.add(new Tile(size.fitting(figure.picture(ascent)), label, !ascent.rose()));
            }
            int left = targets.size() - tiles.size();
            audience.see(new TileSheet(this, tiles, strengths.clone(), Optional.empty(), "", left));
        }
        return new TileSheet(this, tiles, strengths, Optional.empty(), "", 0);
    }

    @Override
    public boolean isSlow() {
        return true;
    }

    @Override
    public String name() {
        return layer + "-maximized";
    }

    @Override
    public String shows() {
        return "ascent";
    }

    @Override
    public Provenance describe(Provenance made) {
        return made.with("units", String.join(" ", units))
                .with("preset", Command.word(recipe.preset()))
                .with("steps", Integer.toString(recipe.steps()))
                .with("step", Command.number(recipe.step()))
                .with("random-seed", Long.toString(recipe.seed()));
    }

    @Override
    public Optional<Command> command(Network network, String file) {
        Command command = Options.ofNetwork("maximize", subject);
        for (String unit : units) {
            command = command.with("--unit", unit);
        }
        command = subject.picture().isPresent()
                ? command.with("--from", subject.picture().get().toString())
                : command;
        Ascent.Preset preset = recipe.preset();
        return Optional.of(command.with("--preset", preset, Ascent.Preset.KERAS)
                .with("--steps", recipe.steps(), preset.steps())
                .with("--step", recipe.step(), preset.step())
                .with("--seed", recipe.seed(), 1L)
                .with("--best", best, BEST)
                .with("-o", file));
    }
}
