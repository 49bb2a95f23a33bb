package org.zfscope.cluster;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** Where a scan's pictures come from. What comes of them does not depend on how they are cut into parts. */
sealed interface Pictures permits ListedFiles, SequenceFiles, TarShards {

    /**
     * The pictures, a part a task.
     *
     * @throws org.zfscope.models.io.InputException if there are none
     */
    JavaRDD<Shot> in(JavaSparkContext spark);
}
