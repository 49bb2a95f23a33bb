package org.zfscope.app.viewmodel;

/** What can be taken out of the window. */
public enum Piece {
    /** What the maps pane shows. */
    MAPS("maps"),
    /** The projection of the unit. */
    UNIT("unit"),
    /** The experiment that is shown. */
    EXPERIMENT("experiment");

    private final String word;

    Piece(String word) {
        this.word = word;
    }

    /** For people. */
    public String word() {
        return word;
    }
}
