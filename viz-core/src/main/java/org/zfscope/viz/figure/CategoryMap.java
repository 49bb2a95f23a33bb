package org.zfscope.viz.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.render.Legend;

/**
 * A map of categories, such as the most probable class by place. The most frequent have colours of their own; the others
 * share a grey.
 *
 * @param places how many places each category has, the most frequent first; of equals the one of the smaller number
 */
record CategoryMap(Tensor map, Map<Integer, Long> places) {

    /** Differ for the colour-blind too [Okabe2008]. */
    private static final List<Integer> COLOURS =
            List.of(0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xD55E00, 0xF0E442, 0x000000);

    private static final int OTHERS = 0xBBBBBB;

    /** Of [1, height, width] with whole numbers. */
    static CategoryMap of(Tensor map) {
        Map<Integer, Long> counts = new HashMap<>();
        for (float value : map.values()) {
            counts.merge((int) value, 1L, Long::sum);
        }
        Map<Integer, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return new CategoryMap(map, sorted);
    }

    /** One pixel a place. */
    RgbImage draw() {
        List<Integer> order = List.copyOf(places.keySet());
        int[] pixels = new int[map.values().length];
        for (int i = 0; i < pixels.length; i++) {
            int at = order.indexOf((int) map.values()[i]);
            pixels[i] = at < COLOURS.size() ? COLOURS.get(at) : OTHERS;
        }
        return new RgbImage(map.shape().width(), map.shape().height(), pixels);
    }

    /** What the colours stand for. */
    Legend legend(IntFunction<String> naming, String others) {
        List<Legend.Entry> entries = new ArrayList<>();
        places.keySet().stream()
                .limit(COLOURS.size())
                .forEach(c -> entries.add(new Legend.Entry(COLOURS.get(entries.size()), naming.apply(c))));
        if (places.size() > COLOURS.size()) {
            entries.add(new Legend.Entry(OTHERS, others));
        }
        return new Legend(entries);
    }
}
