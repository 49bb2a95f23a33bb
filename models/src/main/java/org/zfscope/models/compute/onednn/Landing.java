package org.zfscope.models.compute.onednn;

import java.util.List;
import java.util.stream.IntStream;
import org.zfscope.models.compute.Place;
import org.zfscope.models.compute.onednn.Slide.Axis;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Window;

/**
 * Where a transposed convolution of windows lands. What the windows reach may hang over what is asked for; lines at either
 * end that no seed asks for are left out, which is a padding of the convolution.
 *
 * @param slide of the convolution from what is computed to the signal
 * @param covered what is computed, for each seed; it may still hang over what is asked for
 */
record Landing(Slide slide, List<Place> covered) {

    static Landing of(Geometry forward, List<Place> above, List<Place> below) {
        List<Window> reached =
                above.stream().map(place -> forward.reach(place.window())).toList();
        List<Window> wanted = below.stream().map(Place::window).toList();
        int seeds = above.size();
        int rows = forward.vertical().extent() - 1;
        int columns = forward.horizontal().extent() - 1;
        int top = Slides.least(
                seeds, rows, i -> wanted.get(i).y() - reached.get(i).y());
        int bottom = Slides.least(
                seeds, rows, i -> reached.get(i).bottom() - wanted.get(i).bottom());
        int left = Slides.least(
                seeds, columns, i -> wanted.get(i).x() - reached.get(i).x());
        int right = Slides.least(
                seeds, columns, i -> reached.get(i).right() - wanted.get(i).right());
        Slide slide = new Slide(axis(forward.vertical(), top, bottom), axis(forward.horizontal(), left, right));
        return new Landing(
                slide,
                IntStream.range(0, seeds)
                        .mapToObj(i ->
                                new Place(above.get(i).picture(), trimmed(reached.get(i), top, bottom, left, right)))
                        .toList());
    }

    /** Whether a convolution's output is as large as what it slides over. */
    static boolean keepsSides(Geometry forward) {
        return keepsSide(forward.vertical()) && keepsSide(forward.horizontal());
    }

    private static boolean keepsSide(Geometry.Axis axis) {
        return axis.stride() == 1 && axis.before() + axis.after() == axis.extent() - 1;
    }

    private static Axis axis(Geometry.Axis axis, int before, int after) {
        return new Axis(axis.kernel(), axis.stride(), axis.dilation(), before, after);
    }

    private static Window trimmed(Window all, int top, int bottom, int left, int right) {
        return new Window(all.y() + top, all.x() + left, all.height() - top - bottom, all.width() - left - right);
    }

    int height() {
        return covered.get(0).window().height();
    }

    int width() {
        return covered.get(0).window().width();
    }
}
