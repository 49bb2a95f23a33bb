package org.zfscope.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zfscope.models.io.InputException;
import org.zfscope.viz.render.Provenance;

/** Which entries of pictures' provenances differ, in how many pictures, and an example of each. */
final class OriginChanges {

    private static final String MISSING = "nothing";

    private final Map<String, List<String>> changes = new TreeMap<>();

    void take(String name, Path before, Path after) {
        Map<String, String> was = entries(before);
        Map<String, String> is = entries(after);
        Set<String> keys = new TreeSet<>(was.keySet());
        keys.addAll(is.keySet());
        for (String key : keys) {
            if (!Objects.equals(was.get(key), is.get(key))) {
                String example = is.getOrDefault(key, MISSING) + ", was " + was.getOrDefault(key, MISSING);
                changes.computeIfAbsent(key, k -> new ArrayList<>()).add(name + ": " + example);
            }
        }
    }

    private static Map<String, String> entries(Path png) {
        try {
            return Provenance.read(png).entries();
        } catch (InputException e) {
            return Map.of(); // a picture without a provenance, which shows as the lack of all entries
        }
    }

    /** A line an entry. */
    List<String> lines() {
        return changes.entrySet().stream()
                .map(e -> "provenance: " + e.getKey() + " differs in "
                        + e.getValue().size() + " pictures, first in "
                        + e.getValue().get(0))
                .toList();
    }
}
