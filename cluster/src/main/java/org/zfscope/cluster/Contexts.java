package org.zfscope.cluster;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Spark as scans want it, unless whoever submits says otherwise. */
final class Contexts {

    private static final String JAVA = "spark.executor.extraJavaOptions";

    private Contexts() {}

    static JavaSparkContext open() {
        return new JavaSparkContext(configured(new SparkConf()));
    }

    /** A task has {@code spark.task.cpus} threads, in Java as in native code; those that wait do not spin. */
    static SparkConf configured(SparkConf conf) {
        int threads = conf.getInt("spark.task.cpus", 1);
        return conf.setIfMissing("spark.app.name", "zfscope-top9")
                .setIfMissing("spark.executorEnv.OMP_NUM_THREADS", Integer.toString(threads))
                .setIfMissing("spark.executorEnv.OMP_WAIT_POLICY", "PASSIVE")
                .set(
                        JAVA,
                        (conf.get(JAVA, "") + " -Djava.util.concurrent.ForkJoinPool.common.parallelism="
                                        + Math.max(1, threads - 1))
                                .strip());
    }
}
