package org.zfscope.viz.exhibit;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.io.InputException;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.Target;
import org.zfscope.viz.Targets;
import org.zfscope.viz.Unit;
import org.zfscope.viz.analysis.Explanation;
import org.zfscope.viz.analysis.PoolComparison;
import org.zfscope.viz.analysis.Reason;
import org.zfscope.viz.analysis.SizeFormula;
import org.zfscope.viz.figure.ExplanationFigure;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Provenance;
import org.zfscope.viz.render.Theme;

/**
 * Why does a neuron have the value that it has, in numbers?
 *
 * @param target one neuron, or the strongest of a map
 * @param channels at most so many of the filter's channels are drawn
 */
public record ExplainedValue(Subject subject, Target target, int channels) implements PictureExhibit {

    /** Throws IllegalArgumentException for a whole map, which has no one value. */
    public ExplainedValue {
        if (target.isWholeMap()) {
            throw new IllegalArgumentException(say("viz.explained-value.one-neuron", target));
        }
    }

    @Override
    public Result answer(Lab lab, Progress progress) {
        PictureRun run = lab.run(subject, Keep.everything());
        Network network = run.network();
        Unit unit = new Targets(run.activations(), 0).find(target);
        Explanation explanation = Explanation.of(
                run.activations(),
                unit.layer(),
                unit.unit(),
                unit.window().y(),
                unit.window().x());
        List<String> sizes = new ArrayList<>();
        for (Reason reason : explanation.reasons()) {
            SizeFormula.ofHeight(network, reason.layer())
                    .ifPresent(f -> sizes.add(say("viz.explained-value.rows", reason.layer(), f)));
            SizeFormula.ofWidth(network, reason.layer())
                    .ifPresent(f -> sizes.add(say("viz.explained-value.columns", reason.layer(), f)));
        }
        return new Result(
                network, run.pictureName(), unit, explanation, pools(run, unit, explanation), sizes, channels);
    }

    /** Of the map that is pooled on the way; else of the unit's own, by the most usual pool. */
    private static Optional<PoolComparison> pools(PictureRun run, Unit unit, Explanation explanation) {
        Network network = run.network();
        if (explanation.reasons().get(0) instanceof Reason.Largest
                && network.node(unit.layer()).layer() instanceof MaxPool pool) {
            Tensor below =
                    run.activations().map(network.node(unit.layer()).inputs().get(0), 0, unit.unit());
            return PoolComparison.of(network.engine(), below, pool.geometry());
        }
        Tensor map = run.activations().map(unit.layer(), 0, unit.unit());
        return map.shape().height() < 2 || map.shape().width() < 2
                ? Optional.empty()
                : PoolComparison.of(network.engine(), map, Geometry.square(2, 2, 0));
    }

    /** An explanation with the pools of its map and the sizes of its layers. */
    public record Result(
            Network network,
            String picture,
            Unit unit,
            Explanation explanation,
            Optional<PoolComparison> pools,
            List<String> sizes,
            int channels)
            implements Figure, Answer {

        public Result {
            sizes = List.copyOf(sizes);
        }

        @Override
        public Drawing labelled(Theme theme) {
            return new ExplanationFigure(explanation, pools, channels)
                    .draw(say("viz.explained-value.of", network.title(), picture, text()), theme);
        }

        @Override
        public Drawing plain() {
            return new ExplanationFigure(explanation, Optional.empty(), channels).draw("", Theme.LIGHT);
        }

        /** [3, channels x kernel height, kernel width]: patch, filter and products; the channels one below the other. */
        @Override
        public Optional<Numbers> numbers() {
            return ExplanationWords.numbers(explanation);
        }

        @Override
        public Object json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("unit", unit.name());
            json.put("position", List.of(unit.window().y(), unit.window().x()));
            json.put("activation", unit.activation());
            json.put(
                    "steps",
                    explanation.reasons().stream().map(ExplanationWords::json).toList());
            json.put("sizes", sizes);
            return json;
        }

        @Override
        public String text() {
            List<String> lines = new ArrayList<>();
            lines.add(say(
                    "viz.explained-value.neuron",
                    unit.name(),
                    unit.window().y(),
                    unit.window().x()));
            explanation.reasons().forEach(r -> lines.add(ExplanationWords.text(r)));
            lines.addAll(sizes);
            return String.join("\n", lines);
        }
    }

    @Override
    public String name() {
        return target.toString() + "-explained";
    }

    @Override
    public String shows() {
        return "explanation";
    }

    @Override
    public Provenance describe(Provenance made) {
        return made.with("unit", target.toString());
    }

    @Override
    public Optional<Command> command(Network network, String file) {
        return Optional.of(Options.ofPicture("explain", subject)
                .with("--unit", target.toString())
                .with("-o", file));
    }

    /** How many channels are usually drawn. */
    public static final int CHANNELS = 12;

    /** An address as the user wrote it. */
    public static ExplainedValue of(Subject subject, String address, int channels) {
        try {
            return new ExplainedValue(subject, Target.parse(address), channels);
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
    }
}
