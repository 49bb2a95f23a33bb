package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

/** What can be taken out of the window. */
public enum Piece {
    /** What the maps pane shows. */
    MAPS("maps", "app.piece.maps"),
    /** The projection of the unit. */
    UNIT("unit", "app.piece.unit"),
    /** The experiment that is shown. */
    EXPERIMENT("experiment", "app.piece.experiment");

    private final String id;
    private final String word;

    Piece(String id, String word) {
        this.id = id;
        this.word = word;
    }

    /** For names of files and controls. */
    public String id() {
        return id;
    }

    /** For people. */
    public String word() {
        return say(word);
    }
}
