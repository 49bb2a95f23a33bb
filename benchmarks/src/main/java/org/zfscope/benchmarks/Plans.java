package org.zfscope.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.zfscope.benchmarks.Plan.Step;
import org.zfscope.benchmarks.Plan.Step.Convolve;
import org.zfscope.benchmarks.Plan.Step.Mean;
import org.zfscope.benchmarks.Plan.Step.Pool;
import org.zfscope.benchmarks.Plan.Step.Rectify;
import org.zfscope.benchmarks.Plan.Step.Sum;
import org.zfscope.models.Network;

/** Networks of blocks, as their papers have them. */
final class Plans {

    private static final int CLASSES = 1000;

    /** Expansion, channels, blocks and the first block's stride of each of MobileNetV2's stages. */
    private static final int[][] STAGES = {
        {1, 16, 1, 1}, {6, 24, 2, 2}, {6, 32, 3, 2}, {6, 64, 4, 2}, {6, 96, 3, 1}, {6, 160, 3, 2}, {6, 320, 1, 1}
    };

    private final List<Step> steps = new ArrayList<>();
    private String last = Network.INPUT;
    private int channels = 3;

    private Plans() {}

    /** ResNet-18: 3x3 convolutions in pairs with a way past them. */
    static Plan resNet18() {
        Plans plan = new Plans();
        plan.convolve(64, 7, 2, 1);
        plan.rectify(Float.POSITIVE_INFINITY);
        plan.add(new Pool(plan.name("pool"), plan.last));
        for (int stage = 0; stage < 4; stage++) {
            plan.pair(64 << stage, stage == 0 ? 1 : 2);
            plan.pair(64 << stage, 1);
        }
        return plan.classified("ResNet-18-like");
    }

    /** MobileNetV2: 1x1 convolutions to more channels, 3x3 ones channel by channel, 1x1 ones back. */
    static Plan mobileNetV2() {
        Plans plan = new Plans();
        plan.convolve(32, 3, 2, 1);
        plan.rectify(6);
        for (int[] stage : STAGES) {
            for (int i = 0; i < stage[2]; i++) {
                plan.bottleneck(stage[0], stage[1], i == 0 ? stage[3] : 1);
            }
        }
        plan.convolve(1280, 1, 1, 1);
        plan.rectify(6);
        return plan.classified("MobileNetV2-like");
    }

    private void pair(int filters, int stride) {
        String past = last;
        int before = channels;
        convolve(filters, 3, stride, 1);
        rectify(Float.POSITIVE_INFINITY);
        convolve(filters, 3, 1, 1);
        String through = last;
        if (stride > 1) {
            last = past;
            channels = before;
            convolve(filters, 1, stride, 1);
            past = last;
        }
        add(new Sum(name("sum"), through, past));
        rectify(Float.POSITIVE_INFINITY);
    }

    private void bottleneck(int expansion, int filters, int stride) {
        String past = last;
        boolean keeps = stride == 1 && channels == filters;
        if (expansion > 1) {
            convolve(channels * expansion, 1, 1, 1);
            rectify(6);
        }
        convolve(channels, 3, stride, channels);
        rectify(6);
        convolve(filters, 1, 1, 1);
        if (keeps) {
            add(new Sum(name("sum"), last, past));
        }
    }

    private Plan classified(String name) {
        add(new Mean(name("mean"), last));
        convolve(CLASSES, 1, 1, 1);
        return new Plan(name, steps);
    }

    private void convolve(int filters, int kernel, int stride, int groups) {
        add(new Convolve(name("conv"), last, filters, channels, kernel, stride, groups));
        channels = filters;
    }

    private void rectify(float ceiling) {
        add(new Rectify(name("relu"), last, ceiling));
    }

    private void add(Step step) {
        steps.add(step);
        last = step.name();
    }

    private String name(String kind) {
        return kind + (steps.size() + 1);
    }
}
