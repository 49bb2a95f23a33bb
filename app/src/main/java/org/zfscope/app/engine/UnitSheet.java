package org.zfscope.app.engine;

import java.util.Optional;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.Projection;
import org.zfscope.viz.Target;
import org.zfscope.viz.Unit;
import org.zfscope.viz.exhibit.Sheet;
import org.zfscope.viz.render.Tile;

/**
 * All that is shown of one unit.
 *
 * @param question what was asked for
 * @param projection what was found
 * @param seen the picture as the network sees it
 * @param field what the unit sees of it, as far as that is inside
 * @param map the unit's feature map; its values are in {@code values}, [1, height, width]
 * @param whole the projection as large as the picture
 * @param crop the part of the projection that the unit sees
 * @param patch the same part of the picture
 * @param millis the way back
 */
public record UnitSheet(
        UnitView question,
        Projection projection,
        RgbImage seen,
        Window field,
        Tile map,
        Tensor values,
        RgbImage whole,
        RgbImage crop,
        RgbImage patch,
        long millis)
        implements Sheet {

    @Override
    public boolean answers(Object asked) {
        return question.equals(asked);
    }

    /** Whether the unit has more than one value. */
    public boolean hasMap() {
        return !values.shape().isFlat();
    }

    /** What is projected. */
    public Target target() {
        return question.target();
    }

    /** The one neuron that is projected; none of a whole map. */
    public Optional<Window> neuron() {
        return Optional.of(projection.unit()).filter(unit -> !unit.isMap()).map(Unit::window);
    }
}
