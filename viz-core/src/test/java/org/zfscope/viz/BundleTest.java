package org.zfscope.viz;

import java.util.Map;
import org.zfscope.models.words.WordsContract;

class BundleTest extends WordsContract {

    BundleTest() {
        super(
                "viz",
                Map.of(
                        "\"zfscope top activations 1\"", "the name of a format",
                        "\"zfscope \"", "begins a command, and the keys of a PNG",
                        "key + \" sha256\"", "a key of the provenance",
                        "\"strongest pictures\"", "a value of the provenance",
                        "\"Liberation Sans", "fonts of an SVG",
                        "\"<", "an element of an SVG"),
                "viz.class-attributions.cam",
                "viz.class-attributions.smooth");
    }
}
