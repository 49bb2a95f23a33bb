package org.zfscope.viz.exhibit;

import static org.zfscope.models.words.Words.say;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.analysis.Aliasing;
import org.zfscope.viz.analysis.FilterStatistics;

/** How healthy filters are, in words for people and for machines. */
final class HealthWords {

    private HealthWords() {}

    static String text(String layer, FilterStatistics s) {
        return say(
                "viz.health-words.filters-rms-median-max",
                layer,
                s.rms().size(),
                Quantities.digits(s.medianRms(), 4),
                Quantities.digits(s.maxRms(), 4),
                Quantities.fixed(s.maxRms() / Math.max(Double.MIN_NORMAL, s.medianRms()), 2),
                s.dead().size(),
                Quantities.fixed(100.0 * s.dead().size() / s.rms().size(), 1),
                s.dead().isEmpty()
                        ? ""
                        : s.dead().stream().map(String::valueOf).collect(Collectors.joining(" ", " [", "]")),
                Quantities.fixed(100 * s.low(), 0),
                Quantities.fixed(100 * s.mid(), 0),
                Quantities.fixed(100 * s.high(), 0));
    }

    static Map<String, Object> json(String layer, FilterStatistics s) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("layer", layer);
        json.put("filters", s.rms().size());
        json.put("rmsMedian", s.medianRms());
        json.put("rmsMax", s.maxRms());
        json.put("dead", s.dead());
        json.put("energy", energy(s));
        return json;
    }

    private static Map<String, Object> energy(FilterStatistics s) {
        Map<String, Object> energy = new LinkedHashMap<>();
        energy.put("low", s.low());
        energy.put("mid", s.mid());
        energy.put("high", s.high());
        return energy;
    }

    static String text(Aliasing a) {
        return say(
                "viz.health-words.projections-first-layers-stride",
                a.layer(),
                a.stride(),
                Quantities.digits(a.frequency(), 3),
                Quantities.fixed(a.excess(), 2),
                Quantities.fixed(100 * a.share(), 2));
    }

    static Map<String, Object> json(Aliasing a) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("layer", a.layer());
        json.put("stride", a.stride());
        json.put("frequency", a.frequency());
        json.put("excess", a.excess());
        json.put("share", a.share());
        return json;
    }
}
