package org.zfscope.viz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zfscope.models.Network;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.deconv.Steps;

/** Which units travel together: those of one layer, whose windows have the same sizes on the whole way, as many as the memory allows. */
final class Batches {

    /**
     * Numbers that the signals at two neighbouring layers may hold together: 32 MB. Large windows keep a processor busy one by
     * one, and more of them only leave its caches.
     */
    private static final long BUDGET = 1L << 23;

    private Batches() {}

    /** The units' indices in the list, batch by batch. */
    static List<List<Integer>> of(Network network, Steps steps, List<Unit> units) {
        if (units.size() == 1) {
            return List.of(List.of(0));
        }
        List<List<Integer>> batches = new ArrayList<>();
        for (List<Integer> group : groups(network, steps, units)) {
            List<Unit> all = group.stream().map(units::get).toList();
            Route route = new Route(
                    network,
                    steps,
                    all.get(0).layer(),
                    all.stream().map(Unit::place).toList());
            int size = (int) Math.max(1, Math.min(group.size(), BUDGET / route.largest()));
            for (int from = 0; from < group.size(); from += size) {
                batches.add(group.subList(from, Math.min(group.size(), from + size)));
            }
        }
        return batches;
    }

    private static List<List<Integer>> groups(Network network, Steps steps, List<Unit> units) {
        Map<List<Object>, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            Route route = new Route(network, steps, unit.layer(), List.of(unit.place()));
            Window own = unit.window();
            List<Object> alike = List.of(unit.layer(), own.height(), own.width(), route.sizes());
            groups.computeIfAbsent(alike, k -> new ArrayList<>()).add(i);
        }
        return List.copyOf(groups.values());
    }
}
