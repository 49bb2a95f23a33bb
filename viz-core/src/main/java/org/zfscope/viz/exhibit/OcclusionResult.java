package org.zfscope.viz.exhibit;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zfscope.models.Network;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.ClassScores;
import org.zfscope.viz.Projection;
import org.zfscope.viz.analysis.Occlusion;
import org.zfscope.viz.figure.OcclusionFigure;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Theme;

/**
 * What a square over the picture takes from one map and one class.
 *
 * @param projection of the map's strongest neuron
 * @param hits drawn projections of the map's strongest pictures
 * @param fill what the square is made of
 * @param label the class
 */
public record OcclusionResult(
        PictureRun run,
        Occlusion occlusion,
        Projection projection,
        List<RgbImage> hits,
        Tensor fill,
        int label,
        String title)
        implements Figure, Answer {

    private static final int NAMED = 5;

    public OcclusionResult {
        hits = List.copyOf(hits);
    }

    private OcclusionFigure figure(Theme theme) {
        Tensor input = run.activations().maps(Network.INPUT, 0);
        return new OcclusionFigure(run.network(), input, fill, occlusion, projection, hits, label, theme);
    }

    @Override
    public Drawing labelled(Theme theme) {
        return figure(theme).draw(title);
    }

    @Override
    public Drawing plain() {
        return figure(Theme.LIGHT).plain();
    }

    private Tensor activity() {
        return occlusion.activity(projection.unit().unit());
    }

    /** [3, rows, columns]: the map's total activation, the class's probability, the most probable class. */
    @Override
    public Optional<Numbers> numbers() {
        List<Tensor> planes = new ArrayList<>(List.of(activity()));
        occlusion.probability(label).ifPresent(planes::add);
        occlusion.labels().ifPresent(planes::add);
        Shape one = activity().shape();
        Tensor all = Tensor.zeros(new Shape(planes.size(), one.height(), one.width()));
        for (int i = 0; i < planes.size(); i++) {
            System.arraycopy(planes.get(i).values(), 0, all.values(), i * one.area(), one.area());
        }
        return Optional.of(Numbers.of(all));
    }

    /** What the picture itself gives. */
    private double unoccluded() {
        return occlusion.unoccluded()[projection.unit().unit()];
    }

    private float probability() {
        Network network = run.network();
        return ClassScores.probabilities(
                network, run.activations().maps(network.output().name(), 0))[label];
    }

    private Map<Integer, Long> counts(Tensor labels) {
        Map<Integer, Long> counts = new LinkedHashMap<>();
        for (float value : labels.values()) {
            counts.merge((int) value, 1L, Long::sum);
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue().reversed())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    @Override
    public Object json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("unit", projection.unit().name());
        json.put("square", occlusion.occluder().size());
        json.put("stride", occlusion.occluder().stride());
        json.put("rows", activity().shape().height());
        json.put("columns", activity().shape().width());
        json.put("activity", least(activity(), unoccluded()));
        occlusion.probability(label).ifPresent(p -> {
            json.put("class", label);
            json.put("label", ClassScores.label(run.network(), label));
            json.put("probability", least(p, probability()));
        });
        occlusion.labels().ifPresent(l -> json.put("labels", counts(l)));
        return json;
    }

    private Map<String, Object> least(Tensor map, double unoccluded) {
        Window square = occlusion.lowest(map, run.network().input());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("unoccluded", unoccluded);
        json.put("least", lowest(map));
        json.put("window", List.of(square.y(), square.x(), square.height(), square.width()));
        return json;
    }

    private static float lowest(Tensor map) {
        float least = map.values()[0];
        for (float value : map.values()) {
            least = Math.min(least, value);
        }
        return least;
    }

    @Override
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add(line("viz.occlusion-map.activity", projection.unit().name(), activity(), unoccluded()));
        occlusion
                .probability(label)
                .ifPresent(p -> lines.add(line(
                        "viz.occlusion-map.probability", ClassScores.label(run.network(), label), p, probability())));
        occlusion.labels().ifPresent(l -> lines.add(say("viz.occlusion-map.labels", named(l))));
        return String.join("\n", lines);
    }

    private String line(String sentence, String what, Tensor map, double unoccluded) {
        Window square =
                occlusion.lowest(map, run.network().input()).clip(run.network().input());
        return say(
                sentence,
                what,
                Quantities.digits(unoccluded, 4),
                Quantities.digits(lowest(map), 4),
                square.y(),
                square.bottom() - 1,
                square.x(),
                square.right() - 1);
    }

    private String named(Tensor labels) {
        return counts(labels).entrySet().stream()
                .limit(NAMED)
                .map(e -> ClassScores.label(run.network(), e.getKey()) + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }
}
