package org.zfscope.viz.analysis;

import java.util.List;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.tensor.Tensor;

/**
 * A layer's evolution with the projections of some of its maps.
 *
 * @param maps those that were projected, rising
 * @param projections for each checkpoint, those of the maps: [channels, field height, field width]
 * @param order what the projections' channels are
 */
public record LayerEvolution(
        FeatureEvolution features, List<Integer> maps, List<List<Tensor>> projections, Channels order) {

    public LayerEvolution {
        maps = List.copyOf(maps);
        projections = projections.stream().map(List::copyOf).toList();
    }
}
