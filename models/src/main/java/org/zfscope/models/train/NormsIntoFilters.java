package org.zfscope.models.train;

import java.util.ArrayList;
import java.util.List;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.io.InputException;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.Layer;
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
                throw new InputException("network " + network.name() + " branches at layer " + node.name()
                        + "; only networks whose layers lie in a row can be trained further");
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
        if (last.layer() instanceof Weighted weighted) {
            return weighted.with(weighted.weights().scaled(norm.scale(), norm.shift()));
        }
        throw new InputException(
                "layer " + at.name()
                        + ": a batch normalisation that does not follow a convolution or a dense layer cannot be trained further");
    }
}
