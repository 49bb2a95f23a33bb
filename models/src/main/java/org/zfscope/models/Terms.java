package org.zfscope.models;

import java.util.List;
import java.util.Optional;
import org.zfscope.models.Network.Output;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.compute.Engine;

/**
 * All of a network but its layers: how pictures become its input, what its results mean, who computes it.
 *
 * @param inputSource who says how large the input is
 * @param outputs what the file declares as results, the first of which says the classes
 * @param origin where the weights come from
 * @param leftOut what of the file has no layers here
 * @param engine if it was chosen; which one is usual is not asked before something is computed, as that loads libraries
 */
record Terms(
        Preprocessing preprocessing,
        Source inputSource,
        ClassNames classes,
        List<Output> outputs,
        WeightOrigin origin,
        Optional<LeftOut> leftOut,
        Optional<Engine> engine) {

    Terms {
        outputs = List.copyOf(outputs);
    }

    Terms with(Preprocessing other) {
        return new Terms(other, inputSource, classes, outputs, origin, leftOut, engine);
    }

    Terms with(Source other) {
        return new Terms(preprocessing, other, classes, outputs, origin, leftOut, engine);
    }

    Terms with(ClassNames other) {
        return new Terms(preprocessing, inputSource, other, outputs, origin, leftOut, engine);
    }

    Terms with(List<Output> other) {
        return new Terms(preprocessing, inputSource, classes, other, origin, leftOut, engine);
    }

    Terms with(WeightOrigin other) {
        return new Terms(preprocessing, inputSource, classes, outputs, other, leftOut, engine);
    }

    Terms with(Engine other) {
        return new Terms(preprocessing, inputSource, classes, outputs, origin, leftOut, Optional.of(other));
    }

    Terms with(LeftOut other) {
        return new Terms(preprocessing, inputSource, classes, outputs, origin, Optional.of(other), engine);
    }
}
