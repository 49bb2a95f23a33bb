package org.zfscope.models;

import static org.zfscope.models.words.Words.say;

/**
 * The part of a file's network that zfscope has no layers for: an LSTM, attention, the decoding of boxes on top of
 * convolutions. The network ends where it begins.
 *
 * @param nodes how many of the file's operations
 * @param first the name of the first of them
 * @param operator what that one does, as its format calls it
 * @param part whether the network's scores are among them
 */
public record LeftOut(int nodes, String first, String operator, Part part) {

    /** What went with it. */
    public enum Part {
        /** The scores: the network says nothing about what a picture shows. */
        SCORES,
        /** Other results only. */
        OTHERS
    }

    /** That in words: {@code left out: 34 operations from LSTM__87 (LSTM) on}. */
    public String inWords() {
        return say("models.left-out.operations-from", nodes, first, operator);
    }
}
