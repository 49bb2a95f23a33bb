package org.zfscope.models.compute.nd4j;

import static org.zfscope.models.words.Words.say;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.compute.Engine;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;

/** Maps in an array of ND4J's, row-major [pictures, channels, height, width]. */
final class Nd4jMaps implements Maps {

    private final Nd4jEngine engine;
    private final Shape shape;
    private final INDArray array;
    private final FloatBuffer floats;
    private boolean closed;

    /** The array becomes its own. */
    Nd4jMaps(Nd4jEngine engine, Shape shape, INDArray array) {
        this.engine = engine;
        this.shape = shape;
        this.array = array;
        this.floats = Native.floats(array);
    }

    /** What an engine was given; maps of another engine have come here by mistake. */
    static INDArray array(Maps maps) {
        if (maps instanceof Nd4jMaps own) {
            own.requireOpen();
            return own.array;
        }
        throw new IllegalArgumentException(
                say("models.nd4j-maps.maps-engine-given-nd4j", maps.engine().name()));
    }

    /** All values, to be filled by whoever has just made these maps. */
    FloatBuffer floats() {
        requireOpen();
        return floats;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("maps of " + shape + " are used after they were closed");
        }
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public int pictures() {
        return (int) array.size(0);
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public void read(int picture, int channel, float[] map) {
        floats().get(start(picture, channel), map);
    }

    @Override
    public void read(int picture, int channel, Window window, float[] values) {
        int start = start(picture, channel) + window.y() * shape.width() + window.x();
        for (int y = 0; y < window.height(); y++) {
            floats().get(start + y * shape.width(), values, y * window.width(), window.width());
        }
    }

    private int start(int picture, int channel) {
        return (picture * shape.channels() + channel) * shape.area();
    }

    @Override
    public Tensor picture(int picture) {
        Tensor copy = Tensor.zeros(shape);
        floats().get(start(picture, 0), copy.values());
        return copy;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            array.close();
        }
    }
}
