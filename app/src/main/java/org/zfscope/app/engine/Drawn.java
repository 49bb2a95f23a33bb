package org.zfscope.app.engine;

import java.util.Optional;
import org.zfscope.viz.exhibit.Figure;
import org.zfscope.viz.exhibit.Numbers;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Theme;

/** A figure that no longer needs the lab that it was worked out in. */
record Drawn(Drawing light, Drawing dark, Drawing bare, Optional<Numbers> numbers) implements Figure {

    static Drawn of(Figure figure) {
        return new Drawn(figure.labelled(Theme.LIGHT), figure.labelled(Theme.DARK), figure.plain(), figure.numbers());
    }

    @Override
    public Drawing labelled(Theme theme) {
        return theme.equals(Theme.DARK) ? dark : light;
    }

    @Override
    public Drawing plain() {
        return bare;
    }
}
