package org.zfscope.viz.deconv;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.zfscope.models.layer.Geometry;
import org.zfscope.models.layer.Geometry.Axis;
import org.zfscope.models.tensor.Window;

/**
 * How a transposed convolution of windows is done as a plain one. Padded by the filter's extent less one it fills all
 * that the windows reach; less padding saves the borders that no window below asks for.
 */
final class Reach {

    private final Geometry forward;
    private final List<Place> above;
    private final List<Window> reached;
    private final int spareRows;
    private final int spareColumns;

    Reach(Geometry forward, List<Place> above, List<Place> below) {
        this.forward = forward;
        this.above = above;
        this.reached = above.stream().map(p -> forward.reach(p.window())).toList();
        this.spareRows = spare(below, forward.vertical(), Window::y, Window::bottom);
        this.spareColumns = spare(below, forward.horizontal(), Window::x, Window::right);
    }

    /** Lines that can be left out at both ends for every seed. */
    private int spare(List<Place> below, Axis axis, ToIntFunction<Window> start, ToIntFunction<Window> end) {
        int spare = axis.extent() - 1;
        for (int i = 0; i < reached.size(); i++) {
            Window wanted = below.get(i).window();
            int before = start.applyAsInt(wanted) - start.applyAsInt(reached.get(i));
            int after = end.applyAsInt(reached.get(i)) - end.applyAsInt(wanted);
            spare = Math.min(spare, Math.max(0, Math.min(before, after)));
        }
        return spare;
    }

    /** The plain convolution, of stride 1. */
    Geometry geometry() {
        return new Geometry(plain(forward.vertical(), spareRows), plain(forward.horizontal(), spareColumns));
    }

    private static Axis plain(Axis axis, int spare) {
        int padding = axis.extent() - 1 - spare;
        return new Axis(axis.kernel(), 1, padding, padding, axis.dilation(), false);
    }

    /** The windows that the plain convolution fills; they may hang over the border. */
    List<Place> covered() {
        List<Place> covered = new ArrayList<>();
        for (int i = 0; i < reached.size(); i++) {
            Window w = reached.get(i);
            covered.add(new Place(
                    above.get(i).picture(),
                    new Window(
                            w.y() + spareRows,
                            w.x() + spareColumns,
                            w.height() - 2 * spareRows,
                            w.width() - 2 * spareColumns)));
        }
        return covered;
    }
}
