package org.zfscope.viz.exhibit;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.analysis.Explanation;
import org.zfscope.viz.analysis.Reason;

/** The steps of an explanation, for machines and for people. Numbers have all their digits. */
final class ExplanationWords {

    /** So many sums of channels are written out. */
    private static final int SUMS = 16;

    private ExplanationWords() {}

    static Map<String, Object> json(Reason reason) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("layer", reason.layer());
        json.put("activation", reason.activation());
        if (reason instanceof Reason.Filtered f) {
            json.put("input", f.input());
            json.put("window", window(f.window()));
            json.put("channel", f.first());
            json.put("patch", f.patch().values());
            json.put("filter", f.filter().values());
            json.put("sums", f.sums());
            json.put("bias", f.bias());
            json.put("sum", f.sum());
        } else if (reason instanceof Reason.Passed p) {
            json.put("kind", p.kind());
            json.put("value", p.value());
        } else if (reason instanceof Reason.Scaled s) {
            json.put("scale", s.scale());
            json.put("value", s.value());
            json.put("shift", s.shift());
        } else if (reason instanceof Reason.Taken t) {
            json.put("input", t.input());
            json.put("unit", t.unit());
        } else {
            pooled(reason, json);
        }
        return json;
    }

    private static void pooled(Reason reason, Map<String, Object> json) {
        if (reason instanceof Reason.Largest l) {
            json.put("window", window(l.window()));
            json.put("values", l.values().values());
            json.put("switch", List.of(l.y(), l.x()));
        } else if (reason instanceof Reason.Averaged a) {
            json.put("window", window(a.window()));
            json.put("values", a.values().values());
            json.put("sum", a.sum());
            json.put("factor", a.factor());
        } else if (reason instanceof Reason.Other o) {
            json.put("kind", o.kind());
        }
    }

    private static List<Integer> window(Window window) {
        return List.of(window.y(), window.x(), window.height(), window.width());
    }

    static String text(Reason reason) {
        if (reason instanceof Reason.Filtered f) {
            return filtered(f);
        }
        if (reason instanceof Reason.Passed p) {
            return say("viz.explanation-words.passed", p.layer(), p.activation(), p.kind(), p.value());
        }
        if (reason instanceof Reason.Scaled s) {
            return say("viz.explanation-words.scaled", s.layer(), s.activation(), s.scale(), s.value(), s.shift());
        }
        if (reason instanceof Reason.Taken t) {
            return say("viz.explanation-words.taken", t.layer(), t.activation(), t.input(), t.unit());
        }
        if (reason instanceof Reason.Largest l) {
            return say("viz.explanation-words.largest", l.layer(), l.activation(), rows(l.values()), l.y(), l.x());
        }
        if (reason instanceof Reason.Averaged a) {
            return say("viz.explanation-words.averaged", a.layer(), a.activation(), a.sum(), a.factor());
        }
        return say("viz.explanation-words.other", reason.layer(), reason.activation());
    }

    /** One channel is written out whole; of more the sums. */
    private static String filtered(Reason.Filtered f) {
        List<String> lines = new ArrayList<>();
        Window w = f.window();
        lines.add(say(
                "viz.explanation-words.filtered",
                f.layer(),
                f.activation(),
                f.input(),
                w.y(),
                w.bottom() - 1,
                w.x(),
                w.right() - 1,
                f.sum(),
                f.bias()));
        if (f.sums().length == 1 && f.patch().shape().area() <= SUMS * SUMS) {
            lines.add(say("viz.explanation-words.patch", rows(f.patch())));
            lines.add(say("viz.explanation-words.weights", rows(f.filter())));
        }
        String sums =
                DoubleStream.of(f.sums()).limit(SUMS).mapToObj(Double::toString).collect(Collectors.joining(" + "));
        int left = f.sums().length - SUMS;
        lines.add(
                left > 0
                        ? say("viz.explanation-words.sums-first", f.first(), sums, left)
                        : say("viz.explanation-words.sums", f.first(), sums));
        return String.join("\n", lines);
    }

    private static String rows(Tensor map) {
        List<String> rows = new ArrayList<>();
        for (int y = 0; y < map.shape().height(); y++) {
            List<String> row = new ArrayList<>();
            for (int x = 0; x < map.shape().width(); x++) {
                row.add(Float.toString(map.at(0, y, x)));
            }
            rows.add(String.join(" ", row));
        }
        return String.join(" / ", rows);
    }

    static Optional<Numbers> numbers(Explanation explanation) {
        if (!(explanation.last() instanceof Reason.Filtered f)) {
            return Optional.empty();
        }
        Shape one = f.patch().shape();
        Tensor all = Tensor.zeros(new Shape(3, one.channels() * one.height(), one.width()));
        int size = one.size();
        for (int i = 0; i < size; i++) {
            all.values()[i] = f.patch().values()[i];
            all.values()[size + i] = f.filter().values()[i];
            all.values()[2 * size + i] = f.patch().values()[i] * f.filter().values()[i];
        }
        return Optional.of(Numbers.of(all));
    }
}
