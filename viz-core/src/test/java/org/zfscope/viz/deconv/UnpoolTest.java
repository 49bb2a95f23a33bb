package org.zfscope.viz.deconv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.random.LayerSample;
import org.zfscope.models.random.RandomTensors;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** Unpooling with recorded switches. */
class UnpoolTest {

    private static final Steps STEPS = new Steps(ReluRule.DECONVNET, LrnRule.PASS, GateRule.HOLD);
    private static final MaxPool APART = new MaxPool(Geometry.square(2, 2, 0));
    private static final MaxPool OVERLAPPING = new MaxPool(Geometry.square(3, 2, 0));

    @Example
    void windowsThatShareASwitchAddUp() {
        Tensor ridge = map(5, 3, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0);
        Tensor signal = map(2, 1, 10, 7);

        assertThat(unpool(OVERLAPPING, ridge, signal))
                .isEqualTo(map(5, 3, 0, 0, 0, 0, 0, 0, 0, 17, 0, 0, 0, 0, 0, 0, 0));
    }

    @Example
    void ofEqualValuesTheFirstInRowMajorOrderIsUnpooled() {
        Tensor flat = map(2, 2, 4, 4, 4, 4);

        assertThat(unpool(APART, flat, map(1, 1, 5))).isEqualTo(map(2, 2, 5, 0, 0, 0));
    }

    @Example
    void paddingNeverWins() {
        Tensor negative = map(2, 2, -4, -3, -2, -1);
        MaxPool padded = new MaxPool(Geometry.square(2, 2, 1));

        assertThat(unpool(padded, negative, map(2, 2, 1, 2, 3, 4))).isEqualTo(map(2, 2, 1, 2, 3, 4));
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void everyMaximumIsPutBackWhereItCameFrom(@ForAll @LongRange(max = 19) long seed) {
        Tensor maps = RandomTensors.picture(new Random(seed), new Shape(3, 6, 8));
        Tensor pooled = pool(APART, maps);

        Tensor back = unpool(APART, maps, pooled);

        for (int i = 0; i < back.values().length; i++) {
            assertThat(back.values()[i]).isIn(0f, maps.values()[i]);
        }
        // only zeros beside a negative maximum would win in its place
        assertThat(pool(APART, back)).isEqualTo(rectify(pooled));
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void whereWindowsDoNotOverlapUnpoolingAndRectifyingMayChangePlaces(@ForAll @LongRange(max = 19) long seed) {
        Tensor maps = RandomTensors.picture(new Random(seed), new Shape(3, 6, 8));
        Tensor signal = RandomTensors.picture(new Random(seed + 1), new Shape(3, 3, 4));

        assertThat(unpool(APART, maps, rectify(signal))).isEqualTo(rectify(unpool(APART, maps, signal)));
    }

    @Example
    void whereWindowsOverlapTheyMayNot() {
        Tensor ridge = map(5, 3, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0);
        Tensor signal = map(2, 1, 10, -7);

        assertThat(rectify(unpool(OVERLAPPING, ridge, signal)).maxAbs()).isEqualTo(3);
        assertThat(unpool(OVERLAPPING, ridge, rectify(signal)).maxAbs()).isEqualTo(10);
    }

    private static Tensor pool(MaxPool pool, Tensor maps) {
        try (StepRun run = new StepRun(new LayerSample(pool, List.of(maps), 0))) {
            return run.output();
        }
    }

    private static Tensor unpool(MaxPool pool, Tensor maps, Tensor signal) {
        try (StepRun run = new StepRun(new LayerSample(pool, List.of(maps), 0))) {
            return run.back(STEPS, 0, signal);
        }
    }

    private static Tensor rectify(Tensor signal) {
        try (StepRun run = new StepRun(new LayerSample(new Relu(), List.of(signal), 0))) {
            return run.back(STEPS, 0, signal);
        }
    }

    private static Tensor map(int width, int height, float... values) {
        return new Tensor(new Shape(1, height, width), values);
    }
}
