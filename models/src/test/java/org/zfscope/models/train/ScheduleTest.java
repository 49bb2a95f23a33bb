package org.zfscope.models.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static Recipe recipe(Schedule schedule) {
        return new Recipe(
                10, 8, schedule, 0.02, 2, 4, 3, 0.9, 0, 0, 0.1, Distortion.NONE, Recipe.Start.CONFIGURED, 1, List.of());
    }

    @Test
    void theRateRisesFromZeroUnderEverySchedule() {
        for (Schedule schedule : Schedule.values()) {
            assertThat(recipe(schedule).rate(0, List.of())).isZero();
            assertThat(recipe(schedule).rate(1, List.of())).isEqualTo(0.01, within(1e-12));
            assertThat(recipe(schedule).rate(2, List.of())).isEqualTo(0.02, within(1e-12));
        }
    }

    @Test
    void cosineIsHalfWayDownInTheMiddleAndZeroAtTheEnd() {
        assertThat(recipe(Schedule.COSINE).rate(6, List.of())).isEqualTo(0.01, within(1e-12));
        assertThat(recipe(Schedule.COSINE).rate(10, List.of())).isEqualTo(0, within(1e-12));
    }

    @Test
    void trapezoidIsLevelUntilItsFall() {
        assertThat(recipe(Schedule.TRAPEZOID).rate(6, List.of())).isEqualTo(0.02, within(1e-12));
        assertThat(recipe(Schedule.TRAPEZOID).rate(8, List.of())).isEqualTo(0.01, within(1e-12));
        assertThat(recipe(Schedule.TRAPEZOID).rate(10, List.of())).isZero();
    }

    /** [Zeiler2014 §3]: the rate goes down when the validation error stalls. */
    @Test
    void plateauDividesByTenEachTimeTheAccuracyStalls() {
        List<Double> rising = List.of(0.1, 0.2, 0.3, 0.4);
        List<Double> stalled = List.of(0.1, 0.4, 0.3, 0.4, 0.2);
        List<Double> twice = List.of(0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4);
        assertThat(recipe(Schedule.PLATEAU).rate(4, rising)).isEqualTo(0.02, within(1e-12));
        assertThat(recipe(Schedule.PLATEAU).rate(5, stalled)).isEqualTo(0.002, within(1e-12));
        assertThat(recipe(Schedule.PLATEAU).rate(7, twice)).isEqualTo(0.0002, within(1e-12));
    }

    @Test
    void impossibleRecipesAreRefused() {
        assertThatThrownBy(() -> new Recipe(
                        1,
                        8,
                        Schedule.COSINE,
                        0,
                        0,
                        1,
                        3,
                        0.9,
                        0,
                        0,
                        0.1,
                        Distortion.NONE,
                        Recipe.Start.CONFIGURED,
                        1,
                        List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("learning rate");
    }
}
