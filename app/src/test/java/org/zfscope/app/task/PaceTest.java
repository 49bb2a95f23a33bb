package org.zfscope.app.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static String after(long seconds, long done, long total) {
        return new Pace(100, 7).text(done, total, 7 + TimeUnit.SECONDS.toNanos(seconds));
    }

    @Test
    void countsWhatWasDoneNowAndNotBefore() {
        assertThat(after(10, 950, 3925)).isEqualTo("950 of 3,925, 85 a second, 35 s left");
    }

    @Test
    void saysLongTimesInMinutesAndHours() {
        assertThat(after(100, 150, 600)).isEqualTo("150 of 600, 0.5 a second, 15 min 0 s left");
        assertThat(after(100, 150, 4_600)).isEqualTo("150 of 4,600, 0.5 a second, 2 h 28 min left");
    }

    @Test
    void doesNotGuessBeforeASecondHasPassedOrSomethingIsDone() {
        assertThat(after(0, 104, 600)).isEqualTo("104 of 600");
        assertThat(after(9, 100, 600)).isEqualTo("100 of 600");
    }
}
