package org.zfscope.viz.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.compute.Engine;
import org.zfscope.models.layer.AveragePool;
import org.zfscope.models.layer.AveragePool.Divisor;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.Method;
import org.zfscope.viz.Projector;
import org.zfscope.viz.Target;

/**
 * One map pooled in three ways, and what the way back makes of each: the maximum goes back to its switch, average and sum are
 * spread evenly.
 *
 * @param map [1, height, width]
 * @param pooled by kind: [1, pooled height, pooled width]
 * @param back by kind, as large as the map
 */
public record PoolComparison(Tensor map, Map<String, Tensor> pooled, Map<String, Tensor> back) {

    /** Of one map; none where the window has holes, which averages do not have. */
    public static Optional<PoolComparison> of(Engine engine, Tensor map, Geometry geometry) {
        if (geometry.vertical().dilation() > 1 || geometry.horizontal().dilation() > 1) {
            return Optional.empty();
        }
        Map<String, Layer> pools = new LinkedHashMap<>();
        pools.put("max", new MaxPool(geometry));
        pools.put("average", new AveragePool(geometry, Divisor.INSIDE));
        pools.put("sum", new AveragePool(geometry, Divisor.ONE));
        Map<String, Tensor> pooled = new LinkedHashMap<>();
        Map<String, Tensor> back = new LinkedHashMap<>();
        List<Node> nodes = pools.entrySet().stream()
                .map(p -> new Node(p.getKey(), p.getValue(), List.of(Network.INPUT)))
                .toList();
        Preprocessing plain = Preprocessing.unit(Preprocessing.Channels.GREY, Preprocessing.Source.DEFAULT);
        try (Network network = new Network("pools", map.shape(), plain, List.of(), nodes).on(engine);
                Activations run = network.forward(map, Keep.everything());
                Projector projector = new Projector(network, Method.DECONVNET)) {
            for (String pool : pools.keySet()) {
                pooled.put(pool, run.maps(pool, 0));
                back.put(
                        pool,
                        projector.project(run, new Target.WholeMap(pool, 0)).full());
            }
        }
        return Optional.of(new PoolComparison(map, pooled, back));
    }
}
