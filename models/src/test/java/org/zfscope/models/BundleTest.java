package org.zfscope.models;

import java.util.Map;
import org.zfscope.models.words.WordsContract;

class BundleTest extends WordsContract {

    BundleTest() {
        super(
                "models",
                Map.of(
                        "\"Application Support\"", "a folder of macOS",
                        "\"{'descr'", "the header of a .npy file"));
    }
}
