package org.zfscope.cluster;

import java.util.Map;
import org.zfscope.models.words.WordsContract;

class BundleTest extends WordsContract {

    BundleTest() {
        super("cluster", Map.of(), "cluster.cluster.failed");
    }
}
