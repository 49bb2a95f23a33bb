package org.zfscope.app.engine;

import java.util.List;
import java.util.Optional;
import org.zfscope.models.image.RgbImage;

/**
 * What a unit is compared with.
 *
 * @param control the same seed through shuffled weights, the part that the unit sees
 * @param pinned the same unit of another network or in another picture
 * @param note why there is none, where one was wanted; else empty
 */
public record Beside(List<Object> key, Optional<RgbImage> control, Optional<UnitSheet> pinned, String note) {

    public static final Beside NOTHING = new Beside(List.of(), Optional.empty(), Optional.empty(), "");
}
