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
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.ClassScores;
import org.zfscope.viz.analysis.Attribution;
import org.zfscope.viz.figure.TopFigure;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Heatmap;
import org.zfscope.viz.render.Mosaic;
import org.zfscope.viz.render.MosaicStyle;
import org.zfscope.viz.render.Provenance;
import org.zfscope.viz.render.Scale;
import org.zfscope.viz.render.Theme;
import org.zfscope.viz.render.Tile;

/**
 * Which pixels speak for a class: gradient, SmoothGrad, integrated gradients and Grad-CAM side by side.
 *
 * @param label usually the likeliest class
 * @param layer whose maps Grad-CAM weighs; usually the last whose maps have places and are not the classes
 * @param steps of integrated gradients, from the mean colour to the picture
 * @param samples of SmoothGrad
 * @param noise of SmoothGrad, as a share of the input's range
 */
public record ClassAttributions(
        Subject subject,
        Optional<Integer> label,
        Optional<String> layer,
        int steps,
        int samples,
        double noise,
        long seed)
        implements PictureExhibit {

    /** How many steps integrated gradients usually take. */
    public static final int STEPS = 32;

    /** How many samples SmoothGrad usually takes. */
    public static final int SAMPLES = 16;

    /** How noisy they usually are. */
    public static final double NOISE = 0.15;

    @Override
    public Result answer(Lab lab, Progress progress) {
        PictureRun run = lab.run(subject, Keep.everything());
        Network network = run.network();
        Shape scores = network.shape(ClassScores.layer(network));
        int shown = label.orElseGet(() ->
                run.scores(1).stream().findFirst().map(ClassScores.Score::index).orElse(0));
        if (shown >= scores.channels()) {
            throw new InputException(say("viz.occlusion-map.class-index", shown, scores.channels() - 1));
        }
        String camLayer = layer.orElseGet(() -> lastMaps(network));
        Tensor input = run.activations().maps(Network.INPUT, 0);
        Tensor baseline = Tensor.zeros(input.shape());
        long total = (long) steps + samples;
        try (Attribution attribution = new Attribution(network, shown)) {
            Tensor smooth =
                    attribution.smooth(input, samples, noise, seed, (done, all) -> progress.report(done, total));
            Tensor integrated = attribution.integrated(
                    input, baseline, steps, (done, all) -> progress.report(samples + done, total));
            double difference = attribution.score(input) - attribution.score(baseline);
            return new Result(
                    run,
                    shown,
                    camLayer,
                    List.of(attribution.gradient(input), smooth, integrated),
                    attribution.cam(input, camLayer),
                    difference);
        }
    }

    private static String lastMaps(Network network) {
        int classes = network.shape(network.output().name()).channels();
        String last = network.nodes().get(0).name();
        for (Network.Node node : network.nodes()) {
            Shape shape = network.shape(node.name());
            last = shape.height() > 1 && shape.channels() != classes ? node.name() : last;
        }
        return last;
    }

    /**
     * What came of it.
     *
     * @param maps gradient, SmoothGrad and integrated gradients, each as large as the input
     * @param cam [1, height, width] of its layer
     * @param difference of the class's scores for the picture and the mean colour
     */
    public record Result(PictureRun run, int label, String layer, List<Tensor> maps, Tensor cam, double difference)
            implements Figure, Answer {

        public Result {
            maps = List.copyOf(maps);
        }

        @Override
        public Drawing labelled(Theme theme) {
            String title = say("viz.class-attributions.of", Naming.of(run), ClassScores.label(run.network(), label));
            return new Mosaic(tiles(), title)
                    .draw(MosaicStyle.figure().withTheme(theme).withZoom(1).withColumns(3));
        }

        private List<Tile> tiles() {
            Contrast contrast = TopFigure.CONTRAST.withScale(Scale.Shared.TILE);
            List<Tile> tiles = new ArrayList<>();
            tiles.add(Tile.of(run.seen()));
            List<String> names = List.of(
                    say("viz.class-attributions.gradient"),
                    say("viz.class-attributions.smooth"),
                    say("viz.class-attributions.integrated"));
            for (int i = 0; i < maps.size(); i++) {
                RgbImage drawn = contrast.picture(
                        maps.get(i), run.network().preprocessing().channels());
                tiles.add(Tile.of(drawn, names.get(i)));
            }
            RgbImage heat = Heatmap.sequential(cam).draw(cam);
            int zoom = Math.max(1, run.seen().height() / heat.height());
            tiles.add(Tile.of(Mosaic.enlarged(heat, zoom), say("viz.class-attributions.cam", layer)));
            return tiles;
        }

        @Override
        public Drawing plain() {
            return Mosaic.ofPictures(tiles().stream().map(Tile::picture).toList())
                    .draw(MosaicStyle.standard().withZoom(1).withColumns(3));
        }

        /** [3, channels, height, width]: gradient, SmoothGrad, integrated gradients. */
        @Override
        public Optional<Numbers> numbers() {
            return Optional.of(Numbers.stacked(maps));
        }

        /** All values of the integrated gradients together. */
        private double sum() {
            double sum = 0;
            for (float value : maps.get(2).values()) {
                sum += value;
            }
            return sum;
        }

        @Override
        public Object json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("class", label);
            json.put("label", ClassScores.label(run.network(), label));
            json.put("difference", difference);
            json.put("integrated", sum());
            json.put("layer", layer);
            json.put("cam", cam.values());
            json.put("rows", cam.shape().height());
            json.put("columns", cam.shape().width());
            return json;
        }

        @Override
        public String text() {
            return say(
                    "viz.class-attributions.sums",
                    ClassScores.label(run.network(), label),
                    Quantities.digits(sum(), 6),
                    Quantities.digits(difference, 6),
                    layer);
        }
    }

    @Override
    public String name() {
        return "attribution";
    }

    @Override
    public String shows() {
        return "attribution";
    }

    @Override
    public Provenance describe(Provenance made) {
        Provenance described = made.with("steps", Integer.toString(steps))
                .with("samples", Integer.toString(samples))
                .with("noise", Command.number(noise))
                .with("random-seed", Long.toString(seed));
        return label.isPresent() ? described.with("class", Integer.toString(label.get())) : described;
    }

    @Override
    public Optional<Command> command(Network network, String file) {
        Command attribute = Options.ofPicture("attribute", subject);
        attribute = label.isPresent() ? attribute.with("--class", Integer.toString(label.get())) : attribute;
        attribute = layer.isPresent() ? attribute.with("--layer", layer.get()) : attribute;
        return Optional.of(attribute
                .with("--steps", steps, STEPS)
                .with("--samples", samples, SAMPLES)
                .with("--noise", noise, NOISE)
                .with("--seed", seed, 1L)
                .with("-o", file));
    }
}
