package org.zfscope.viz;

import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;

/**
 * A unit's activation carried back to the pixels. It is signed, in the units and channel order of the network's input,
 * and zero outside the window.
 *
 * @param window the unit's receptive field, as far as it lies inside the picture
 * @param pixels [channels, window height, window width]
 * @param input the shape of the network's input
 */
public record Projection(Unit unit, Method method, Window window, Tensor pixels, Shape input) {

    /** The whole input, zero outside the window: [channels, height, width]. */
    public Tensor full() {
        return pixels.crop(new Window(-window.y(), -window.x(), input.height(), input.width()));
    }

    /** The window of a field as large as every unit's of the layer, zero where it hangs over the border. */
    public Tensor crop(Window field) {
        return pixels.crop(new Window(field.y() - window.y(), field.x() - window.x(), field.height(), field.width()));
    }
}
