package org.zfscope.models.compute.onednn;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.zfscope.models.compute.Place;
import org.zfscope.models.compute.onednn.Crop.Corner;
import org.zfscope.models.compute.onednn.Slide.Axis;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/** The seam's geometry and places in the words of this package. */
final class Slides {

    private Slides() {}

    /** How a layer's windows slide over maps of the given shape. */
    static Slide of(Geometry geometry, Shape from) {
        Shape to = geometry.over(from, 1);
        return new Slide(
                axis(geometry.vertical(), from.height(), to.height()),
                axis(geometry.horizontal(), from.width(), to.width()));
    }

    private static Axis axis(Geometry.Axis axis, int side, int windows) {
        return Axis.over(side, windows, axis.kernel(), axis.stride(), axis.dilation(), axis.before());
    }

    /** Where each seed's window begins in what a picture of its own holds from another window on. */
    static List<Corner> between(List<Place> from, List<Place> to) {
        return IntStream.range(0, to.size())
                .mapToObj(i -> {
                    Window start = from.get(i).window();
                    Window end = to.get(i).window();
                    return new Corner(i, end.y() - start.y(), end.x() - start.x());
                })
                .toList();
    }

    /** Where each seed's window begins in its picture's maps. */
    static List<Corner> corners(List<Place> places) {
        return places.stream()
                .map(p -> new Corner(p.picture(), p.window().y(), p.window().x()))
                .toList();
    }

    /** Whether the places are just all pictures of a run, whole and in their order. */
    static boolean areWhole(List<Place> places, int pictures, Shape maps) {
        return places.size() == pictures
                && IntStream.range(0, pictures).allMatch(i -> places.get(i).equals(new Place(i, Window.whole(maps))));
    }

    /** The least that a number is over all seeds, but not below zero and not above a limit. */
    static int least(int seeds, int limit, ToIntFunction<Integer> number) {
        int least = IntStream.range(0, seeds).map(number::applyAsInt).min().orElse(0);
        return Math.max(0, Math.min(limit, least));
    }
}
