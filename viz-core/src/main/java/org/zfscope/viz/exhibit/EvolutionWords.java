package org.zfscope.viz.exhibit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zfscope.viz.analysis.FeatureEvolution;
import org.zfscope.viz.analysis.Hit;

/** A layer's evolution for machines. */
final class EvolutionWords {

    private EvolutionWords() {}

    static Map<String, Object> json(FeatureEvolution evolution) {
        List<Map<String, Object>> maps = new ArrayList<>();
        for (int map = 0; map < evolution.maps(); map++) {
            List<Map<String, Object>> cells = new ArrayList<>();
            for (int c = 0; c < evolution.epochs().size(); c++) {
                Hit found = evolution.found().get(c).get(map);
                Map<String, Object> cell = new LinkedHashMap<>();
                cell.put("epoch", evolution.epochs().get(c));
                cell.put("value", found.value());
                cell.put("picture", found.picture().path());
                cell.put("position", List.of(found.y(), found.x()));
                cell.put("changed", evolution.changed(c, map));
                cells.add(cell);
            }
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("map", map);
            row.put("checkpoints", cells);
            maps.add(row);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("layer", evolution.layer());
        json.put("settled", evolution.settlingEpoch());
        json.put("maps", maps);
        return json;
    }
}
