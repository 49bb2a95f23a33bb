package org.zfscope.viz.exhibit;

import java.util.Optional;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Theme;

/** What came of a question that is answered by a picture. */
public interface Figure {

    /**
     * With title and labels.
     *
     * @throws org.zfscope.models.io.InputException if it would be unreasonably large
     */
    Drawing labelled(Theme theme);

    /** Its tiles alone. */
    Drawing plain();

    /** The numbers that were drawn; none where there is nothing but pictures. */
    default Optional<Numbers> numbers() {
        return Optional.empty();
    }
}
