package org.zfscope.app.view;

import javafx.scene.input.KeyCode;

/** Something that has a use of its own for keys that the window has another one for. */
interface OwnKeys {

    /** Whether this key is for it while it has the focus. */
    boolean takes(KeyCode code);
}
