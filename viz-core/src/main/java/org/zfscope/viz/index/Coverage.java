package org.zfscope.viz.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.layer.Concat;
import org.zfscope.models.layer.Dropout;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Shape;
import org.zfscope.viz.analysis.Hit;
import org.zfscope.viz.analysis.LayerTops;
import org.zfscope.viz.analysis.Rank;
import org.zfscope.viz.analysis.Tops;

/**
 * What an index says of layers that were not watched, where it follows from those that were, with the same values in the same
 * pictures as a scan of them would have found:
 *
 * <ul>
 *   <li>a concat's maps are its inputs' maps, and dropout's are its input's;
 *   <li>a max-pool whose windows leave nothing out has its input's maxima, each in the first window that holds it;
 *   <li>before a ReLU and after it what is above zero is the same. What is not above zero is not known there, so a unit that
 *       fired in few pictures has fewer hits.
 * </ul>
 *
 * Only indexes by the strongest activation are gone on from.
 */
public final class Coverage {

    private final Network network;
    private final TopIndex index;
    private final Map<String, LayerTops> known;

    private Coverage(Network network, TopIndex index) {
        this.network = network;
        this.index = index;
        this.known = new LinkedHashMap<>(index.tops().layers());
    }

    /** The index with all layers that it tells of. It is for looking things up, and not to be written. */
    public static TopIndex of(Network network, TopIndex index) {
        if (index.identity().rank() != Rank.MAX) {
            return index;
        }
        Coverage coverage = new Coverage(network, index);
        while (coverage.grows()) {
            // what is known now may tell of more
        }
        Tops tops = index.tops();
        return new TopIndex(index.identity(), index.dataset(), new Tops(tops.done(), tops.skipped(), coverage.known));
    }

    private boolean grows() {
        int before = known.size();
        for (Node node : network.nodes()) {
            if (!known.containsKey(node.name())) {
                fromInputs(node).ifPresent(tops -> known.put(node.name(), tops));
            }
            if (node.layer() instanceof Relu && known.containsKey(node.name())) {
                String below = node.inputs().get(0);
                if (network.has(below)) {
                    known.computeIfAbsent(below, name -> positive(known.get(node.name())));
                }
            }
        }
        return known.size() > before;
    }

    private Optional<LayerTops> fromInputs(Node node) {
        if (!node.inputs().stream().allMatch(known::containsKey)) {
            return Optional.empty();
        }
        LayerTops first = known(node.inputs().get(0));
        if (node.layer() instanceof Concat) {
            return Optional.of(joined(node));
        }
        if (node.layer() instanceof MaxPool pool) {
            Shape input = network.shape(node.inputs().get(0));
            return covers(pool.geometry(), input) ? Optional.of(pooled(first, pool.geometry())) : Optional.empty();
        }
        if (node.layer() instanceof Relu) {
            return Optional.of(positive(first));
        }
        return node.layer() instanceof Dropout ? Optional.of(first) : Optional.empty();
    }

    private LayerTops known(String layer) {
        return Objects.requireNonNull(known.get(layer), layer);
    }

    private LayerTops joined(Node node) {
        List<List<Hit>> hits = new ArrayList<>();
        List<Long> fired = new ArrayList<>();
        for (String input : node.inputs()) {
            LayerTops tops = known(input);
            for (int unit = 0; unit < tops.units(); unit++) {
                hits.add(tops.hits(unit));
                fired.add(tops.fired(unit));
            }
        }
        return tops(hits, fired);
    }

    private LayerTops positive(LayerTops from) {
        List<List<Hit>> hits = new ArrayList<>();
        for (int unit = 0; unit < from.units(); unit++) {
            hits.add(from.hits(unit).stream().filter(hit -> hit.value() > 0).toList());
        }
        return tops(hits, fired(from));
    }

    private LayerTops pooled(LayerTops from, Geometry windows) {
        List<List<Hit>> hits = new ArrayList<>();
        for (int unit = 0; unit < from.units(); unit++) {
            hits.add(from.hits(unit).stream()
                    .map(hit -> new Hit(
                            hit.value(),
                            hit.picture(),
                            first(windows.vertical(), hit.y()),
                            first(windows.horizontal(), hit.x())))
                    .toList());
        }
        return tops(hits, fired(from));
    }

    /** The first window that holds a position. */
    private static int first(Geometry.Axis axis, int position) {
        return Math.max(0, -Math.floorDiv(axis.kernel() - 1 - position - axis.before(), axis.stride()));
    }

    /** Whether every position lies in a window. */
    private static boolean covers(Geometry windows, Shape input) {
        return covers(windows.vertical(), input.height()) && covers(windows.horizontal(), input.width());
    }

    private static boolean covers(Geometry.Axis axis, int side) {
        int end = axis.start(axis.windows(side) - 1) + axis.kernel();
        return axis.dilation() == 1 && axis.stride() <= axis.kernel() && end >= side;
    }

    private static List<Long> fired(LayerTops tops) {
        List<Long> fired = new ArrayList<>();
        for (int unit = 0; unit < tops.units(); unit++) {
            fired.add(tops.fired(unit));
        }
        return fired;
    }

    private LayerTops tops(List<List<Hit>> hits, List<Long> fired) {
        return LayerTops.of(index.identity().k(), hits, fired);
    }
}
