package org.zfscope.viz.exhibit;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.zfscope.viz.analysis.Aliasing;
import org.zfscope.viz.analysis.FilterStatistics;

/** How healthy filters are, in words for people and for machines. */
final class HealthWords {

    private HealthWords() {}

    static String text(String layer, FilterStatistics s) {
        return String.format(
                Locale.ROOT,
                "%s: %d filters, RMS median %.4g, max %.4g (%.2f times the median), dead %d (%.1f %%)%s,"
                        + " energy low %.0f %%, mid %.0f %%, high %.0f %%",
                layer,
                s.rms().size(),
                s.medianRms(),
                s.maxRms(),
                s.maxRms() / Math.max(Double.MIN_NORMAL, s.medianRms()),
                s.dead().size(),
                100.0 * s.dead().size() / s.rms().size(),
                s.dead().isEmpty()
                        ? ""
                        : s.dead().stream().map(String::valueOf).collect(Collectors.joining(" ", " [", "]")),
                100 * s.low(),
                100 * s.mid(),
                100 * s.high());
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
        return String.format(
                Locale.ROOT,
                "%s: projections at the first layer's stride (%d, %.3g cycles a pixel) are %.2f times as strong as"
                        + " beside it, %.2f %% of their energy",
                a.layer(),
                a.stride(),
                a.frequency(),
                a.excess(),
                100 * a.share());
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
