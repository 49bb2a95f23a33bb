package org.zfscope.cli;

import java.util.Map;
import org.zfscope.models.words.WordsContract;

class BundleTest extends WordsContract {

    BundleTest() {
        super(
                "cli",
                Map.of("\"zfscope \" + Program", "name and version"),
                "cli.models-command.megabytes",
                "cli.zfscope.zfscope");
    }
}
