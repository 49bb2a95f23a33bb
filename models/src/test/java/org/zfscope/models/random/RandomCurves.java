package org.zfscope.models.random;

import java.util.List;
import java.util.Random;
import org.zfscope.models.layer.Curve;

/** Curves of activations that take any number, each kind at some seed. */
final class RandomCurves {

    private RandomCurves() {}

    static List<Curve> all(Random random) {
        float some = 0.5f + random.nextFloat();
        return List.of(
                new Curve.Sigmoid(),
                new Curve.HardSigmoid(some / 3, 0.4f),
                new Curve.Tanh(),
                new Curve.Elu(some),
                new Curve.Celu(some),
                new Curve.Selu(),
                new Curve.Softplus(),
                new Curve.Softsign(),
                new Curve.Silu(some),
                new Curve.HardSwish(),
                new Curve.Mish(),
                new Curve.Gelu(),
                new Curve.TanhGelu(),
                new Curve.Erf(),
                new Curve.Clip(-some, 1),
                new Curve.Power(2),
                new Curve.Exp(),
                new Curve.Log(),
                new Curve.Abs());
    }

    /** One that does not make large numbers larger. */
    static Curve any(Random random) {
        List<Curve> tame = all(random).stream()
                .filter(curve ->
                        !(curve instanceof Curve.Power || curve instanceof Curve.Exp || curve instanceof Curve.Log))
                .toList();
        return tame.get(random.nextInt(tame.size()));
    }
}
