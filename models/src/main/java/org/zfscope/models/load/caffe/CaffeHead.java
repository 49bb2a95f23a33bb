package org.zfscope.models.load.caffe;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zfscope.models.Network.Node;
import org.zfscope.models.layer.Convolution;

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

    /** The layers left out, the first of which is the reason. */
    List<CaffeLayer> layers() {
        return List.copyOf(layers);
    }

    /** Whether what the net makes last is among it. */
    boolean hasScores(CaffeLayer last) {
        return last.tops().stream().anyMatch(unknown::contains);
    }

    /**
     * Refuses a net of which too little is left.
     *
     * @throws IllegalArgumentException that names the first layer left out
     */
    void requireEnough(List<Node> left) {
        long kept = left.stream()
                .filter(node -> node.layer() instanceof Convolution convolution && convolution.weights().side(2) > 1)
                .count();
        long gone = layers.stream()
                .filter(layer -> layer.type().equals("Convolution"))
                .count();
        if (!layers.isEmpty()) {
            throw new IllegalArgumentException(say(
                    "models.caffe-graph.layer",
                    layers.get(0).described(),
                    say("models.caffe-graph.unknown-type")));
        }
    }
}
