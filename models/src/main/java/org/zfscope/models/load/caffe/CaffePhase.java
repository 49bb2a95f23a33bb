package org.zfscope.models.load.caffe;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which layers of a net are there in a phase: a net for training and testing has rules that say when a layer is to be included
 * or excluded, by phase, level and stages.
 */
final class CaffePhase {

    /** As Caffe numbers them. */
    enum Phase {
        TRAIN(0),
        TEST(1);

        /** As Caffe's protocol buffers have it. */
        private final int number;

        Phase(int number) {
            this.number = number;
        }
    }

    private final Phase now;
    private final int level;
    private final Set<String> stages;

    /** @param net whose own state says level and stages */
    CaffePhase(CaffeMessage net, Phase now) {
        this.now = now;
        this.level = net.message("state").integer("level", 0);
        this.stages = new HashSet<>(net.message("state").texts("stage"));
    }

    /** Whether the layer is there: no rule excludes it, or one of those that include it is met. */
    boolean has(CaffeMessage layer) {
        List<CaffeMessage> include = layer.messages("include");
        return include.isEmpty()
                ? layer.messages("exclude").stream().noneMatch(this::meets)
                : include.stream().anyMatch(this::meets);
    }

    private boolean meets(CaffeMessage rule) {
        return rule.text("phase", now.name()).matches(now.name() + "|" + now.number)
                && level >= rule.integer("min_level", Integer.MIN_VALUE)
                && level <= rule.integer("max_level", Integer.MAX_VALUE)
                && stages.containsAll(rule.texts("stage"))
                && rule.texts("not_stage").stream().noneMatch(stages::contains);
    }
}
