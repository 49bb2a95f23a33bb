package org.zfscope.models.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Geometry.Axis;
import org.zfscope.models.tensor.Window;

/**
 * How a transposed convolution of windows is done as a plain one. Padded by the filter's extent less one it fills all
 * that the windows reach; less padding saves the borders that no window below asks for. With a stride, one line of the
 * plain convolution stands for as many lines below ({@link Phases}).
 *
 * <p>For example, one direction of a 5x5 convolution of stride 2 and padding 2, and a window of 3 units from unit 4 on:
 *
 * <pre>
 * units                 4       5       6
 * pixels they reach     6 7 8 9 10 11 12 13 14     from 4 * 2 - 2 = 6, (3 - 1) * 2 + 5 = 9 of them
 * lines of the plain    (6 7) (8 9) (10 11) (12 13) (14 15)
 * </pre>
 *
 * A phase has ceil(5 / 2) = 3 weights. Over 3 values with padding 3 - 1 = 2 it gives 5 lines, each two pixels: 6 to 15. If
 * only pixels 8 to 12 are asked for, 2 of the pixels can be spared at both ends, that is 2 / 2 = 1 line: padding 1 gives
 * 3 lines, pixels 8 to 13, and {@link #covered} says so.
 */
public final class Reach {

    private final Geometry forward;
    private final List<Place> above;
    private final List<Window> reached;
    private final Axis vertical;
    private final Axis horizontal;

    /**
     * @param forward of the convolution from below to above
     * @param above the windows of the signal, all of one size
     * @param below the windows that are asked for
     */
    public Reach(Geometry forward, List<Place> above, List<Place> below) {
        this.forward = forward;
        this.above = above;
        this.reached = above.stream().map(p -> forward.reach(p.window())).toList();
        this.vertical = plain(forward.vertical(), spare(below, forward.vertical(), Window::y, Window::bottom));
        this.horizontal = plain(forward.horizontal(), spare(below, forward.horizontal(), Window::x, Window::right));
    }

    /** Lines of the plain convolution that can be left out at both ends for every seed. */
    private int spare(List<Place> below, Axis axis, ToIntFunction<Window> start, ToIntFunction<Window> end) {
        int spare = axis.extent() - 1;
        for (int i = 0; i < reached.size(); i++) {
            Window wanted = below.get(i).window();
            int before = start.applyAsInt(wanted) - start.applyAsInt(reached.get(i));
            int after = end.applyAsInt(reached.get(i)) - end.applyAsInt(wanted);
            spare = Math.min(spare, Math.max(0, Math.min(before, after)));
        }
        return spare / axis.stride();
    }

    private Axis plain(Axis axis, int spare) {
        boolean strided = forward.vertical().stride() * forward.horizontal().stride() > 1;
        int kernel = strided ? (axis.extent() + axis.stride() - 1) / axis.stride() : axis.kernel();
        int dilation = strided ? 1 : axis.dilation();
        int padding = (kernel - 1) * dilation - spare;
        return new Axis(kernel, 1, padding, padding, dilation, false);
    }

    /** The plain convolution, of stride 1. */
    public Geometry geometry() {
        return new Geometry(vertical, horizontal);
    }

    /** The windows that the plain convolution fills; they may hang over the border. */
    public List<Place> covered() {
        List<Place> covered = new ArrayList<>();
        for (int i = 0; i < reached.size(); i++) {
            Window from = above.get(i).window();
            int y = reached.get(i).y() + left(vertical) * forward.vertical().stride();
            int x = reached.get(i).x() + left(horizontal) * forward.horizontal().stride();
            int height = vertical.windows(from.height()) * forward.vertical().stride();
            int width = horizontal.windows(from.width()) * forward.horizontal().stride();
            covered.add(new Place(above.get(i).picture(), new Window(y, x, height, width)));
        }
        return covered;
    }

    /** Lines left out at each end. */
    private static int left(Axis plain) {
        return plain.extent() - 1 - plain.before();
    }
}
