package org.zfscope.app.engine;

/** What the tiles of the maps pane are. */
public enum MapsKind {
    MAPS("Maps", "The layer's feature maps for this picture"),
    PROJECTIONS("Projections", "Every map's strongest neuron, carried back to the pixels"),
    FILTERS("Filters", "The weights of the layer, or of the convolution below it"),
    BACKWARD("Backward", "The signal of the unit at the right on its way down, where it has come to this layer"),
    TOP_9("Top-9", "The nine pictures that each unit answers to most strongly");

    private final String word;
    private final String explanation;

    MapsKind(String word, String explanation) {
        this.word = word;
        this.explanation = explanation;
    }

    /** On its button. */
    public String word() {
        return word;
    }

    /** For people. */
    public String explanation() {
        return explanation;
    }
}
