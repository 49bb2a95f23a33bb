package org.zfscope.viz.exhibit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.FilterWeights;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.Picture;
import org.zfscope.viz.analysis.Aliasing;
import org.zfscope.viz.analysis.FilterStatistics;
import org.zfscope.viz.chart.Chart;

/**
 * How healthy is a network's build? The statistics of all filters, and the aliasing of the first layer's stride in the
 * picture, or in the test chart scene where there is none [Zeiler2014 fig. 6].
 */
public record Diagnosis(Subject subject) implements Exhibit<Answer> {

    private static final int SCENE_SIDE = 256;

    @Override
    public Answer answer(Lab lab, Progress progress) {
        Network network = lab.network(subject.model());
        Map<String, FilterStatistics> filters = new LinkedHashMap<>();
        network.nodes().forEach(node -> {
            if (node.layer() instanceof Convolution convolution) {
                filters.put(node.name(), FilterStatistics.of(FilterWeights.of(convolution)));
            }
        });
        return new Words(filters, Aliasing.of(network, input(network), progress));
    }

    private Tensor input(Network network) {
        return subject.picture()
                .map(file -> Picture.read(file, network).input())
                .orElseGet(() -> network.preprocessing()
                        .apply(
                                Chart.SCENE.draw(
                                        Math.max(SCENE_SIDE, network.input().height())),
                                network.input()));
    }

    private record Words(Map<String, FilterStatistics> filters, Optional<Aliasing> aliasing) implements Answer {
        @Override
        public Object json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put(
                    "filters",
                    filters.entrySet().stream()
                            .map(e -> HealthWords.json(e.getKey(), e.getValue()))
                            .toList());
            json.put("aliasing", aliasing.stream().map(HealthWords::json).toList());
            return json;
        }

        @Override
        public String text() {
            return Stream.concat(
                            filters.entrySet().stream().map(e -> HealthWords.text(e.getKey(), e.getValue())),
                            aliasing.stream().map(HealthWords::text))
                    .collect(Collectors.joining("\n"));
        }
    }
}
