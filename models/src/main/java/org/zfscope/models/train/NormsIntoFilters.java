package org.zfscope.models.train;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.List;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.io.InputException;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.TransposedConvolution;
import org.zfscope.models.layer.Weighted;

/**
 * A row of layers with its batch normalisations merged into the filters below them: what they do to a trained network's
 * signals is a fixed factor and shift a map, but DL4J would start to adapt them again.
 */
final class NormsIntoFilters {

    private NormsIntoFilters() {}

    static List<Node> nodes(Network network) {
        List<Node> row = new ArrayList<>();
        String below = Network.INPUT;
        for (Node node : network.nodes()) {
            if (!node.inputs().equals(List.of(below))) {
                throw new InputException(
                        say("models.norms-into-filters.network-branches-layer-only", network.name(), node.name()));
            }
            below = node.name();
            if (node.layer() instanceof BatchNorm norm) {
                merge(row, node, norm);
            } else {
                row.add(node);
            }
        }
        return row;
    }

    private static void merge(List<Node> row, Node at, BatchNorm norm) {
        Node last = row.isEmpty() ? at : row.remove(row.size() - 1);
        row.add(new Node(last.name(), merged(last, at, norm), last.inputs()));
    }

    private static Layer merged(Node last, Node at, BatchNorm norm) {
        if (last.layer() instanceof Weighted weighted && !(weighted instanceof TransposedConvolution)) {
            return weighted.with(weighted.weights().scaled(norm.scale(), norm.shift()));
        }
        throw new InputException(say("models.norms-into-filters.layer-batch-normalisation-does", at.name()));
    }
}
