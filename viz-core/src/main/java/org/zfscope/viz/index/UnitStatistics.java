package org.zfscope.viz.index;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.zfscope.models.io.AtomicFile;
import org.zfscope.viz.analysis.Hit;
import org.zfscope.viz.analysis.LayerTops;

/**
 * What a researcher asks of a unit.
 *
 * @param fired in how many pictures any of its positions was above zero
 * @param pictures how many were scanned
 * @param classes how often each class is among its hits, the most frequent first; hits without a class do not count
 */
public record UnitStatistics(
        String layer, int unit, long fired, long pictures, List<Hit> hits, Map<String, Integer> classes) {

    /** The columns of {@link #csv}. */
    public static final String HEADER = "layer,unit,pictures,fired,share,dead,strongest,weakest,purity,entropy,classes";

    /** Of all units of an index, layer by layer. */
    public static List<UnitStatistics> of(TopIndex index) {
        long pictures = index.pictures();
        List<UnitStatistics> all = new ArrayList<>();
        index.tops().layers().forEach((name, layer) -> {
            for (int unit = 0; unit < layer.units(); unit++) {
                all.add(of(name, layer, unit, pictures));
            }
        });
        return all;
    }

    /** Writes the table of all units, a line each. */
    public static void write(List<UnitStatistics> all, Path file) {
        AtomicFile.write(file, out -> {
            StringBuilder text = new StringBuilder(HEADER + "\n");
            all.forEach(unit -> text.append(unit.csv()).append('\n'));
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        });
    }

    /** Of one unit. */
    public static UnitStatistics of(String name, LayerTops layer, int unit, long pictures) {
        List<Hit> hits = layer.hits(unit);
        Map<String, Integer> counts = new LinkedHashMap<>();
        hits.stream()
                .map(hit -> hit.picture().label())
                .filter(label -> !label.isEmpty())
                .collect(Collectors.groupingBy(label -> label, Collectors.summingInt(label -> 1)))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> counts.put(e.getKey(), e.getValue()));
        return new UnitStatistics(name, unit, layer.fired(unit), pictures, hits, counts);
    }

    /** True if it was above zero in none of the pictures. */
    public boolean dead() {
        return fired == 0;
    }

    private int labelled() {
        return classes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The share of the most frequent class among the hits, 0 to 1; NaN where no hit has a class. */
    public double purity() {
        return classes.values().stream().mapToInt(Integer::intValue).max().orElse(0) / (double) labelled();
    }

    /** The entropy of the classes of the hits, in bits: 0 = all of one class; NaN where no hit has a class. */
    public double entropy() {
        double all = labelled();
        return all == 0
                ? Double.NaN
                : classes.values().stream()
                        .mapToDouble(n -> n / all * Math.log(all / n) / Math.log(2))
                        .sum();
    }

    /** One line of a table, without the line's end. */
    public String csv() {
        return String.join(
                ",",
                quoted(layer),
                Integer.toString(unit),
                Long.toString(pictures),
                Long.toString(fired),
                number(fired / (double) pictures),
                Boolean.toString(dead()),
                hits.isEmpty() ? "" : Float.toString(hits.get(0).value()),
                hits.isEmpty() ? "" : Float.toString(hits.get(hits.size() - 1).value()),
                number(purity()),
                number(entropy()),
                quoted(classes.entrySet().stream()
                        .map(e -> e.getKey() + ":" + e.getValue())
                        .collect(Collectors.joining(" "))));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4f", value);
    }

    private static String quoted(String text) {
        return text.matches("[^,\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
