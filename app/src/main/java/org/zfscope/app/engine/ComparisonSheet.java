package org.zfscope.app.engine;

import java.util.Optional;
import org.zfscope.models.image.RgbImage;
import org.zfscope.viz.exhibit.Sheet;

/**
 * What a unit is compared with.
 *
 * @param control the same seed through shuffled weights, the part that the unit sees
 * @param pinned the same unit of another network or in another picture
 * @param note why there is none, where one was wanted; else empty
 */
public record ComparisonSheet(
        Optional<Comparison> question, Optional<RgbImage> control, Optional<UnitSheet> pinned, String note)
        implements Sheet {

    /** Before anything is open. */
    public static final ComparisonSheet NOTHING =
            new ComparisonSheet(Optional.empty(), Optional.empty(), Optional.empty(), "");

    /** What the pinned unit belongs to. */
    public String pinnedWords() {
        return question.map(Comparison::pinnedWords).orElse("");
    }

    /** What the shuffled weights belong to. */
    public String controlWords() {
        return question.map(Comparison::controlWords).orElse("");
    }

    @Override
    public boolean answers(Object asked) {
        return question.equals(Optional.of(asked));
    }
}
