package org.zfscope.app.engine;

import java.util.Optional;
import org.zfscope.models.image.RgbImage;
import org.zfscope.viz.exhibit.Figure;
import org.zfscope.viz.exhibit.Numbers;
import org.zfscope.viz.render.Theme;

/** A figure that no longer needs the lab that it was worked out in. */
record Drawn(RgbImage light, RgbImage dark, RgbImage bare, Optional<Numbers> numbers) implements Figure {

    static Drawn of(Figure figure) {
        return new Drawn(
                figure.labelled(Theme.LIGHT), figure.labelled(Theme.DARK), figure.plain(), figure.numbers());
    }

    @Override
    public RgbImage labelled(Theme theme) {
        return theme.equals(Theme.DARK) ? dark : light;
    }

    @Override
    public RgbImage plain() {
        return bare;
    }
}
