package org.zfscope.cluster;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.spark.SparkFiles;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import org.zfscope.models.Network;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.open.Models;

/**
 * A model on its way to all machines: Spark brings its files to each once, and each process there opens it once, for all of
 * its tasks.
 *
 * @param file the name of its file, null for a network of the zoo
 * @param weights that of its file of weights, if they have one of their own
 */
record ShippedModel(
        @Nullable String file,
        @Nullable String weights,
        @Nullable String architecture) implements Serializable {

    /** As long as the process lives. */
    private static final ConcurrentMap<ShippedModel, Network> OPEN = new ConcurrentHashMap<>();

    static ShippedModel of(ModelSource source, JavaSparkContext spark) {
        return new ShippedModel(
                source.file().map(file -> sent(file, spark)).orElse(null),
                source.weights().map(file -> sent(file, spark)).orElse(null),
                source.architecture().orElse(null));
    }

    private static String sent(Path file, JavaSparkContext spark) {
        spark.addFile(file.toUri().toString());
        return file.getFileName().toString();
    }

    Network network() {
        return OPEN.computeIfAbsent(this, model -> Models.open(model.source()));
    }

    private ModelSource source() {
        return new ModelSource(
                Optional.ofNullable(file).map(ShippedModel::brought),
                Optional.ofNullable(weights).map(ShippedModel::brought),
                Optional.ofNullable(architecture),
                Optional.empty());
    }

    private static Path brought(String name) {
        return Path.of(SparkFiles.get(name));
    }
}
