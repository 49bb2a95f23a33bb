package org.zfscope.app.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ComputeTest {

    private final Compute compute = new Compute(Runnable::run);
    private final List<String> log = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        compute.end(() -> {});
    }

    @Test
    void theLatestLookWinsAndAnOlderOneStopsAtItsNextStep() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch newer = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        compute.look(
                t -> {
                    running.countDown();
                    newer.await();
                    t.hand(() -> log.add("stale"));
                    t.check();
                    log.add("went on");
                },
                f -> log.add("failed"));
        running.await();
        compute.look(t -> log.add("skipped"), f -> log.add("failed"));
        compute.look(
                t -> {
                    t.hand(() -> log.add("latest"));
                    done.countDown();
                },
                f -> log.add("failed"));
        newer.countDown();

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(log).containsExactly("latest");
    }

    @Test
    void looksAndErrandsAreDoneBetweenAJobsSteps() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        compute.start(
                "job",
                t -> {
                    running.countDown();
                    asked.await();
                    t.report(1, 2);
                    log.add("job");
                    done.countDown();
                },
                f -> log.add("failed"));
        running.await();
        compute.errand(t -> log.add("errand"), f -> log.add("failed"));
        compute.look(t -> log.add("look"), f -> log.add("failed"));
        asked.countDown();

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(log).containsExactly("look", "errand", "job");
    }

    @Test
    void jobsAreDoneBetweenTheStepsOfWhatRunsInTheBackground() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Job scan = compute.background(
                "scan",
                t -> {
                    running.countDown();
                    asked.await();
                    t.report(1, 4);
                    log.add("scan");
                    done.countDown();
                },
                f -> log.add("failed"));
        running.await();
        compute.start("first", t -> log.add("first job"), f -> log.add("failed"));
        compute.start("second", t -> log.add("second job"), f -> log.add("failed"));
        compute.look(t -> log.add("look"), f -> log.add("failed"));
        asked.countDown();

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(log).containsExactly("look", "first job", "second job", "scan");
        assertThat(scan.done().get()).isEqualTo(0.25);
        assertThat(scan.says().get()).isEqualTo("1 of 4");
    }

    @Test
    void aCancelledJobStopsAtItsNextStep() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Job job = compute.start(
                "job",
                t -> {
                    running.countDown();
                    cancelled.await();
                    t.report(1, 2);
                    log.add("went on");
                },
                f -> log.add("failed"));
        running.await();
        job.state().addListener((o, before, now) -> over.countDown());
        job.cancel();
        cancelled.countDown();

        assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(job.state().get()).isEqualTo(Job.State.CANCELLED);
        assertThat(log).isEmpty();
    }

    @Test
    void errorsOfEveryKindEndTheirJobInWords() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        Job job = compute.start(
                "job",
                t -> {
                    throw new AssertionError("a library's doubt");
                },
                f -> log.add("" + f.getMessage()));
        job.state().addListener((o, before, now) -> {
            if (now.isOver()) {
                over.countDown();
            }
        });

        assertThat(over.await(10, TimeUnit.SECONDS) || job.state().get().isOver())
                .isTrue();
        assertThat(job.state().get()).isEqualTo(Job.State.FAILED);
        assertThat(log).containsExactly("a library's doubt");
    }

    @Test
    void whatWaitsOutsideKeepsNobodyWaiting() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        compute.outside(
                "fetch",
                t -> {
                    answer.await();
                    t.hand(() -> log.add("fetched"));
                    over.countDown();
                },
                f -> log.add("failed"));
        compute.look(t -> looked.countDown(), f -> log.add("failed"));
        assertThat(looked.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(log).isEmpty();

        answer.countDown();

        assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(log).containsExactly("fetched");
    }

    @Test
    void memoryThatRunsOutIsToldAndTheThreadGoesOn() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        compute.errand(
                t -> {
                    throw new OutOfMemoryError("no more");
                },
                f -> log.add("" + f.getMessage()));
        compute.errand(t -> done.countDown(), f -> log.add("failed"));

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(log).containsExactly("no more");
    }
}
