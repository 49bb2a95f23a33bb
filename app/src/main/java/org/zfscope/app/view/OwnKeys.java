package org.zfscope.app.view;

import javafx.scene.input.KeyCode;

/** What has a use of its own for some keys while it has the focus. */
interface OwnKeys {

    boolean takes(KeyCode code);
}
