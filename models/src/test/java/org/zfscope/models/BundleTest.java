package org.zfscope.models;

import java.util.Map;
import org.zfscope.models.words.WordsContract;

class BundleTest extends WordsContract {

    BundleTest() {
        super(
                "models",
                Map.of(
                        "\"Application Support\"", "a folder of macOS",
                        "\"{'descr'", "the header of a .npy file",
                        "\", minus \" + text(mean)",
                                "preprocessing as text is compared: it is part of an index's identity",
                        "\"short side to \"", "part of the same",
                        "\"the input's\"", "part of the same",
                        "\"a mean picture of \"", "part of the same"));
    }
}
