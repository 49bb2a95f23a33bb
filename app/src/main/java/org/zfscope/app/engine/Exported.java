package org.zfscope.app.engine;

/** What can be taken out of the window. */
public enum Exported {
    /** What the maps pane shows. */
    MAPS("maps"),
    /** The projection of the unit. */
    UNIT("unit");

    private final String word;

    Exported(String word) {
        this.word = word;
    }

    /** For file names. */
    public String word() {
        return word;
    }
}
