package org.zfscope.cluster;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.ModelSource;
import org.zfscope.viz.analysis.Dataset;
import org.zfscope.viz.analysis.TopActivations;
import org.zfscope.viz.index.Identity;
import org.zfscope.viz.index.TopIndex;

/**
 * The strongest pictures of every map, found by many machines: the index is the one that a single scan would have written,
 * byte for byte, whatever tasks failed or ran twice.
 */
final class Top9Job {

    /** What a task failed of, in what Spark tells of it. */
    private static final Pattern PROBLEM = Pattern.compile("(?:Input|Machine)Exception: (.*)");

    private final JavaSparkContext spark;
    private final ModelSource source;
    private final TopIndex nothing;

    /**
     * A scan.
     *
     * @param root where the index says that its pictures are
     */
    Top9Job(JavaSparkContext spark, Network network, ModelSource source, TopActivations.Options options, Path root) {
        this.spark = spark;
        this.source = source;
        this.nothing = new TopIndex(
                Identity.of(network, source, options),
                new Dataset(root, List.of()),
                new TopActivations(network, options).begin());
    }

    /**
     * Scans.
     *
     * @param progress told of tasks, by a thread of Spark's
     * @throws InputException if there is no picture, one comes twice, or a task has failed as often as Spark lets it
     */
    TopIndex run(Pictures pictures, Progress progress) {
        try {
            JavaRDD<Shot> shots = pictures.in(spark);
            spark.sc().addSparkListener(new TaskWatch(shots.getNumPartitions(), progress));
            JavaRDD<byte[]> parts = shots.mapPartitions(new Scanning(ShippedModel.of(source, spark), nothing.toBytes()))
                    .setName(TaskWatch.SCAN);
            return TopIndex.of(parts.treeReduce(
                    (one, other) -> TopIndex.of(one).merge(TopIndex.of(other)).toBytes()));
        } catch (UnsupportedOperationException e) {
            throw new InputException(say("cluster.top9-job.none"), e); // of nothing there is no reduction
        } catch (Exception e) {
            throw problem(e);
        }
    }

    /** Spark throws checked exceptions that it does not declare; of what failed elsewhere it has the text only. */
    private static RuntimeException problem(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InputException known) {
                return known;
            }
        }
        Matcher said = PROBLEM.matcher(String.valueOf(e.getMessage()));
        return e instanceof SparkException && said.find()
                ? new InputException(said.group(1), e)
                : new InputException(
                        say(
                                "cluster.top9-job.failed",
                                String.valueOf(e.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse("")),
                        e);
    }
}
