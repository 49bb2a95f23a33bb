package org.zfscope.app.engine;

/** What of the strongest pictures the maps pane shows. */
public enum TopSide {
    PATCHES("Patches", "What each unit sees of its strongest pictures"),
    PROJECTIONS("Their projections", "What of its strongest pictures each unit answers to");

    private final String word;
    private final String explanation;

    TopSide(String word, String explanation) {
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
