package org.zfscope.app.viewmodel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zfscope.app.engine.PictureSheet;
import org.zfscope.models.Network;
import org.zfscope.viz.ClassScores.Score;

/**
 * What the network says that the picture shows.
 *
 * @param warning why it means nothing: the weights are random
 * @param classes the likeliest, best first
 */
public record Prediction(Optional<String> warning, List<Score> classes) {

    private static final int MOST = 5;

    static Prediction of(Optional<Network> network, PictureSheet seen) {
        Optional<String> warning = network.filter(n -> !seen.scores().isEmpty())
                .flatMap(n -> n.weights().warning());
        return new Prediction(warning, seen.scores().stream().limit(MOST).toList());
    }

    /** How likely a class is, in percent; nothing where the number would mean nothing. */
    public Optional<String> share(Score score) {
        return warning.isPresent()
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "%.1f %%", 100 * score.probability()));
    }
}
