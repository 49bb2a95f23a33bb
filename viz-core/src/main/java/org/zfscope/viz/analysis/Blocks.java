package org.zfscope.viz.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.layer.Weighted;
import org.zfscope.viz.ClassScores;

/**
 * A network's layers as [Zeiler2014] counts them: a convolution with its ReLU, pool and normalisation is one. Each block is
 * named by its last layer. Blocks end where all paths meet, before the next layer with weights; where paths branch, a block
 * reaches to where they have met again.
 */
final class Blocks {

    /** More are thinned out evenly. */
    private static final int MOST = 12;

    private final Network network;
    private final List<Node> nodes;

    private Blocks(Network network) {
        this.network = network;
        this.nodes = network.nodes();
    }

    /** The last layer of each block, from below; not that of the classes' scores. */
    static List<String> of(Network network) {
        List<String> ends = new Blocks(network).ends();
        if (ends.size() <= MOST) {
            return ends;
        }
        return IntStream.range(0, MOST)
                .mapToObj(i -> ends.get((int) Math.round((double) i * (ends.size() - 1) / (MOST - 1))))
                .toList();
    }

    private List<String> ends() {
        boolean joins = nodes.stream().anyMatch(Blocks::joins);
        List<Integer> meetings = meetings();
        List<String> ends = new ArrayList<>();
        int begin = 0;
        for (int at : meetings) {
            List<Node> block = nodes.subList(begin, at + 1);
            boolean whole = !joins || ends.isEmpty() || block.stream().anyMatch(Blocks::joins);
            if (block.stream().anyMatch(Blocks::learns) && whole && learnsNext(at, meetings)) {
                ends.add(nodes.get(at).name());
                begin = at + 1;
            }
        }
        if (ends.isEmpty() || !ClassScores.classifies(network)) {
            ends.add(network.output().name());
        }
        return ends.stream().distinct().toList();
    }

    private static boolean joins(Node node) {
        return node.inputs().size() > 1;
    }

    private static boolean learns(Node node) {
        return node.layer() instanceof Weighted;
    }

    /** Whether weights come before all paths meet once more. */
    private boolean learnsNext(int at, List<Integer> meetings) {
        int next = meetings.stream().filter(m -> m > at).findFirst().orElse(at);
        return nodes.subList(at + 1, next + 1).stream().anyMatch(Blocks::learns);
    }

    /** The layers that all that is above depends on. */
    private List<Integer> meetings() {
        Map<String, Integer> lastUse = new HashMap<>();
        IntStream.range(0, nodes.size()).forEach(i -> nodes.get(i).inputs().forEach(input -> lastUse.put(input, i)));
        List<Integer> meetings = new ArrayList<>();
        int open = lastUse.getOrDefault(Network.INPUT, 0);
        for (int i = 0; i < nodes.size(); i++) {
            if (open <= i) {
                meetings.add(i);
            }
            open = Math.max(open, lastUse.getOrDefault(nodes.get(i).name(), 0));
        }
        return meetings;
    }
}
