package org.zfscope.models.load.caffe;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zfscope.models.LeftOut;
import org.zfscope.models.LeftOut.Part;
import org.zfscope.models.Network.Node;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.load.OneLine;

/**
 * What of a net has no layers here, and all that hangs on it: proposals and boxes on top of convolutions, programs in Python.
 * A net whose head is something else than a convolutional network opens up to there, if enough is left that is worth looking
 * at.
 */
final class CaffeHead {

    /** With fewer convolutions that see more than one position a network looks in other ways. */
    private static final int FEWEST = 2;

    private final Set<String> unknown = new HashSet<>();
    private final List<CaffeLayer> layers = new ArrayList<>();

    /** Whether a layer needs something that was left out. */
    boolean reaches(CaffeLayer layer) {
        return layer.bottoms().stream().anyMatch(unknown::contains);
    }

    /** Leaves out a layer. */
    void leave(CaffeLayer layer) {
        layers.add(layer);
        unknown.addAll(layer.tops());
    }

    /** A blob that is made anew by a layer that is there is known again. */
    void make(CaffeLayer layer) {
        layer.tops().forEach(unknown::remove);
    }

    /**
     * What is to be said about it.
     *
     * @param left the layers that are there
     * @param last what the net makes last
     * @throws IllegalArgumentException that names the first layer left out, if too little is there
     */
    Optional<LeftOut> leftOut(List<Node> left, CaffeLayer last) {
        if (layers.isEmpty()) {
            return Optional.empty();
        }
        CaffeLayer first = layers.get(0);
        long kept = left.stream()
                .filter(node -> node.layer() instanceof Convolution convolution
                        && convolution.weights().side(2) > 1)
                .count();
        long gone = layers.stream()
                .filter(layer -> layer.type().equals("Convolution"))
                .count();
        if (kept < FEWEST || gone > kept) {
            throw new IllegalArgumentException(
                    say("models.caffe-graph.layer", first.described(), say("models.caffe-graph.unknown-type")));
        }
        boolean scores = last.tops().stream().anyMatch(unknown::contains);
        return Optional.of(new LeftOut(
                layers.size(), OneLine.of(first.name()), OneLine.of(first.type()), scores ? Part.SCORES : Part.OTHERS));
    }
}
