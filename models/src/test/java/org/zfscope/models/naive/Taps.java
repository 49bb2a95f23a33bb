package org.zfscope.models.naive;

import java.util.ArrayList;
import java.util.List;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Shape;

/** What the windows of a convolution or pool lie on, tap by tap. */
record Taps(Geometry geometry, Shape input) {

    /** One tap of a window: row v and column u of the window lie on row y and column x of the map. */
    record Tap(int v, int u, int y, int x) {}

    Slide rows() {
        return new Slide(geometry.vertical(), input.height());
    }

    Slide columns() {
        return new Slide(geometry.horizontal(), input.width());
    }

    Shape output(int channels) {
        return new Shape(channels, rows().windows(), columns().windows());
    }

    /** The taps of the window of output (y, x), row by row, in the padding and outside too. */
    List<Tap> of(int y, int x) {
        List<Tap> taps = new ArrayList<>();
        for (int v = 0; v < geometry.vertical().kernel(); v++) {
            for (int u = 0; u < geometry.horizontal().kernel(); u++) {
                taps.add(new Tap(v, u, rows().position(y, v), columns().position(x, u)));
            }
        }
        return taps;
    }

    /** Those that lie on the map. */
    List<Tap> inside(int y, int x) {
        return of(y, x).stream().filter(this::isInside).toList();
    }

    private boolean isInside(Tap tap) {
        return rows().holds(tap.y) && columns().holds(tap.x);
    }

    boolean isPadded(Tap tap) {
        return rows().holdsPadded(tap.y) && columns().holdsPadded(tap.x);
    }
}
