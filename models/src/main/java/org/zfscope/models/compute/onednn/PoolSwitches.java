package org.zfscope.models.compute.onednn;

import java.util.List;
import org.zfscope.models.compute.Place;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/**
 * A max pool's switches as oneDNN wrote them.
 *
 * @param below the shape of what was pooled
 */
record PoolSwitches(Switches recorded, Shape below) implements org.zfscope.models.compute.Switches {

    @Override
    public Shape pooled() {
        Extent extent = recorded.layout().extent();
        return new Shape(extent.channels(), extent.height(), extent.width());
    }

    int pictures() {
        return recorded.layout().extent().batch();
    }

    /** What the windows of such outputs cover; it may hang over the border. */
    List<Place> reached(List<Place> outputs) {
        Slide slide = recorded.slide();
        return outputs.stream()
                .map(place -> new Place(place.picture(), reached(slide, place.window())))
                .toList();
    }

    private static Window reached(Slide slide, Window outputs) {
        Slide.Axis v = slide.vertical();
        Slide.Axis h = slide.horizontal();
        return new Window(
                outputs.y() * v.stride() - v.before(),
                outputs.x() * h.stride() - h.before(),
                (outputs.height() - 1) * v.stride() + v.extent(),
                (outputs.width() - 1) * h.stride() + h.extent());
    }

    @Override
    public int at(int picture, int channel, int y, int x) {
        int[] one = new int[1];
        read(picture, channel, Window.at(y, x), one);
        return one[0];
    }

    @Override
    public void read(int picture, int channel, Window window, int[] positions) {
        recorded.positions(picture, channel, window, below.width(), positions);
    }

    @Override
    public void close() {
        recorded.close();
    }
}
