package org.zfscope.app.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zfscope.models.image.RgbImage;
import org.zfscope.viz.ClassScores.Score;

/**
 * A picture and what the network says that it shows.
 *
 * @param picture as the network sees it; without a network, as it is
 * @param scores the likeliest classes, best first; none without a network, or where it does not classify
 * @param millis the way forward; 0 without a network
 */
public record Seen(List<Object> key, Optional<Path> file, Optional<RgbImage> picture, List<Score> scores, long millis) {

    /** Before anything is open. */
    public static final Seen NOTHING = new Seen(List.of(), Optional.empty(), Optional.empty(), List.of(), 0);
}
