package org.zfscope.cluster;

import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.Text;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.zfscope.viz.analysis.Dataset;

/**
 * Hadoop SequenceFiles of pictures: the key, a {@code Text}, is the path, the value, a {@code BytesWritable}, the file.
 *
 * @param pattern which files
 */
record SequenceFiles(String pattern) implements Pictures {

    @Override
    public JavaRDD<Shot> in(JavaSparkContext spark) {
        // Hadoop fills the same two objects again and again
        return spark.sequenceFile(pattern, Text.class, BytesWritable.class)
                .map(entry -> new Shot(
                        Dataset.Item.at(entry._1().toString()), entry._2().copyBytes()));
    }
}
