package org.zfscope.viz.analysis;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The strongest pictures of each of a layer's maps, while they are being found. Units may be fed from several threads. */
public final class LayerTops {

    private final int k;
    private final List<List<Hit>> hits = new ArrayList<>();
    private final long[] fired;

    /** Nothing found yet. */
    LayerTops(int units, int k) {
        this.k = k;
        this.fired = new long[units];
        for (int unit = 0; unit < units; unit++) {
            hits.add(new ArrayList<>(k));
        }
    }

    /**
     * What was found before.
     *
     * @param k how many pictures a map has at most
     * @param hits of each map
     * @param fired of each map: in how many pictures it answered
     * @throws IllegalArgumentException if these do not belong together
     */
    public static LayerTops of(int k, List<List<Hit>> hits, List<Long> fired) {
        if (fired.size() != hits.size()) {
            throw new IllegalArgumentException(say("viz.layer-tops.units-counts", hits.size(), fired.size()));
        }
        LayerTops tops = new LayerTops(hits.size(), k);
        for (int unit = 0; unit < hits.size(); unit++) {
            tops.fired[unit] = fired.get(unit);
            tops.hits.set(unit, strongest(hits.get(unit).stream(), k));
        }
        return tops;
    }

    private static List<Hit> strongest(Stream<Hit> hits, int k) {
        return new ArrayList<>(hits.sorted(Hit.STRONGEST_FIRST).limit(k).toList());
    }

    LayerTops copy() {
        LayerTops copy = new LayerTops(units(), k);
        for (int unit = 0; unit < units(); unit++) {
            copy.fired[unit] = fired[unit];
            copy.hits.set(unit, new ArrayList<>(hits.get(unit)));
        }
        return copy;
    }

    public int units() {
        return fired.length;
    }

    /** A map's pictures, strongest first. */
    public List<Hit> hits(int unit) {
        return List.copyOf(hits.get(unit));
    }

    /** In how many pictures any position of the map was above zero. */
    public long fired(int unit) {
        return fired[unit];
    }

    void countFired(int unit) {
        fired[unit]++;
    }

    /** True if {@code value} could belong to the strongest: saves making a hit of most pictures. */
    boolean wants(int unit, float value) {
        List<Hit> found = hits.get(unit);
        return found.size() < k || value >= found.get(found.size() - 1).value();
    }

    void offer(int unit, Hit hit) {
        List<Hit> found = hits.get(unit);
        int at = 0;
        while (at < found.size() && Hit.STRONGEST_FIRST.compare(found.get(at), hit) < 0) {
            at++;
        }
        found.add(at, hit);
        if (found.size() > k) {
            found.remove(k);
        }
    }

    /** What both found, in pictures that only one of them saw. */
    public LayerTops merge(LayerTops other) {
        List<List<Hit>> all = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        for (int unit = 0; unit < units(); unit++) {
            all.add(Stream.concat(hits.get(unit).stream(), other.hits.get(unit).stream())
                    .toList());
            counts.add(fired[unit] + other.fired[unit]);
        }
        return of(k, all, counts);
    }
}
