package org.zfscope.models.compute.onednn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zfscope.models.compute.Place;
import org.zfscope.models.compute.onednn.Slide.Axis;
import org.zfscope.models.tensor.Window;

/**
 * The outputs of a pool whose windows meet given windows below. What these outputs reach besides is padding, as it were, of
 * a pool of the windows below.
 *
 * <p>For example, a pool of 2 and rows 3 to 6 below: outputs 1, 2 and 3 reach rows 2 to 7, so one row of padding at both ends.
 *
 * @param outputs for each window below a window of outputs
 * @param slide from a window below to its outputs
 * @param height of the windows below
 */
record Covering(List<Place> outputs, Slide slide, int height, int width) {

    /** One direction: {@code count} outputs from {@code first} on, and how they lie on the positions below. */
    private record Lines(int first, int count, Axis axis) {

        static Lines of(Axis pool, int pooled, int start, int size) {
            int first = Math.max(0, -Math.floorDiv(-(start + pool.before() - pool.extent() + 1), pool.stride()));
            int last = Math.min(pooled - 1, Math.floorDiv(start + size - 1 + pool.before(), pool.stride()));
            int before = start - (first * pool.stride() - pool.before());
            int after = last * pool.stride() - pool.before() + pool.extent() - (start + size);
            return new Lines(
                    first, last - first + 1, new Axis(pool.kernel(), pool.stride(), pool.dilation(), before, after));
        }

        boolean isPossible() {
            return count > 0 && axis.before() >= 0;
        }
    }

    /** Empty where the windows below lie differently on those of the pool. */
    static Optional<Covering> of(Switches switches, List<Place> below) {
        Extent pooled = switches.layout().extent();
        List<Place> outputs = new ArrayList<>();
        Optional<Slide> slide = Optional.empty();
        for (Place place : below) {
            Window window = place.window();
            Lines rows = Lines.of(switches.slide().vertical(), pooled.height(), window.y(), window.height());
            Lines columns = Lines.of(switches.slide().horizontal(), pooled.width(), window.x(), window.width());
            Slide own = new Slide(rows.axis, columns.axis);
            if (!rows.isPossible()
                    || !columns.isPossible()
                    || !slide.orElse(own).equals(own)) {
                return Optional.empty();
            }
            slide = Optional.of(own);
            outputs.add(new Place(place.picture(), new Window(rows.first, columns.first, rows.count, columns.count)));
        }
        Window one = below.get(0).window();
        return slide.map(found -> new Covering(outputs, found, one.height(), one.width()));
    }
}
