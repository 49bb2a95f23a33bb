package org.zfscope.cluster;

import java.util.HashSet;
import java.util.Set;
import org.apache.spark.Success$;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.zfscope.models.Progress;
import scala.jdk.javaapi.CollectionConverters;

/** Counts the tasks that scan, each once, however often it ran. */
final class TaskWatch extends SparkListener {

    /** What the RDD of indexes is called. */
    static final String SCAN = "indexes";

    private final int tasks;
    private final Progress progress;
    private final Set<Integer> stages = new HashSet<>();
    private final Set<Integer> done = new HashSet<>();

    TaskWatch(int tasks, Progress progress) {
        this.tasks = tasks;
        this.progress = progress;
    }

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted stage) {
        if (CollectionConverters.asJava(stage.stageInfo().rddInfos()).stream()
                .anyMatch(rdd -> rdd.name().equals(SCAN))) {
            stages.add(stage.stageInfo().stageId());
        }
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
        if (stages.contains(task.stageId())
                && task.reason() == Success$.MODULE$
                && done.add(task.taskInfo().index())) {
            progress.report(done.size(), tasks);
        }
    }
}
