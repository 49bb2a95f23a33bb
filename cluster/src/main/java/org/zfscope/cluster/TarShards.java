package org.zfscope.cluster;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.zfscope.models.io.InputException;

/**
 * Tar files of pictures, a task a file, as WebDataset has them: a picture's class is the text of the {@code .cls} beside it,
 * or the folder that it lies in.
 *
 * @param pattern which files
 */
record TarShards(String pattern) implements Pictures {

    @Override
    public JavaRDD<Shot> in(JavaSparkContext spark) {
        List<String> shards = Storage.matches(Storage.qualified(pattern));
        if (shards.isEmpty()) {
            throw new InputException(say("cluster.tar-shards.none", pattern));
        }
        return spark.parallelize(shards, shards.size()).flatMap(shard -> {
            try {
                return new TarPictures(shard, Storage.open(shard));
            } catch (IOException e) {
                throw Storage.unreadable(shard, e);
            }
        });
    }
}
