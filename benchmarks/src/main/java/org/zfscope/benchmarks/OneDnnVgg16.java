package org.zfscope.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.compute.onednn.Algorithm;
import org.zfscope.models.compute.onednn.Block;
import org.zfscope.models.compute.onednn.Convolutions;
import org.zfscope.models.compute.onednn.Crop;
import org.zfscope.models.compute.onednn.Crop.Corner;
import org.zfscope.models.compute.onednn.Extent;
import org.zfscope.models.compute.onednn.FilterShape;
import org.zfscope.models.compute.onednn.Filters;
import org.zfscope.models.compute.onednn.MaxPooling;
import org.zfscope.models.compute.onednn.OneDnn;
import org.zfscope.models.compute.onednn.Order;
import org.zfscope.models.compute.onednn.Pooled;
import org.zfscope.models.compute.onednn.Reorder;
import org.zfscope.models.compute.onednn.Slide;
import org.zfscope.models.compute.onednn.Slide.Axis;
import org.zfscope.models.tensor.Native;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** VGG16 on oneDNN's operations alone: what the engine can reach when nothing is lost around it. */
final class OneDnnVgg16 implements Contender {

    private static final Slide SAME = Slide.square(3, 1, 1);
    private static final Slide HALF = Slide.square(2, 2, 0);

    private final OneDnn dnn = new OneDnn();
    private final Convolutions convolutions;
    private final MaxPooling pooling = new MaxPooling(dnn);
    private final List<Vgg16.Block> plan = Vgg16.convolutions();
    private final Map<String, Filters> filters = new HashMap<>();
    private final List<INDArray> weights = new ArrayList<>();
    private final Block picture;
    private final Map<String, Block> outputs = new HashMap<>();
    private final Map<String, Pooled> pooled = new HashMap<>();

    OneDnnVgg16(Path folder, Algorithm algorithm) throws IOException {
        convolutions = new Convolutions(dnn, algorithm);
        for (Vgg16.Block c : plan) {
            FilterShape shape = new FilterShape(c.filters(), c.channels(), 1, 3, 3);
            INDArray w = Vgg16.weights(folder, c);
            INDArray b = Vgg16.bias(folder, c);
            weights.addAll(List.of(w, b)); // the filters only borrow them
            filters.put(c.number(), new Filters(dnn, shape, pointer(w), pointer(b)));
        }
        picture = dnn.copyOf(Native.floats(Vgg16.picture(folder)), new Extent(1, 3, Vgg16.SIDE, Vgg16.SIDE));
    }

    private static FloatPointer pointer(INDArray array) {
        return new FloatPointer(array.data().addressPointer()).capacity(array.length());
    }

    private Filters filters(Vgg16.Block c) {
        return java.util.Objects.requireNonNull(filters.get(c.number()));
    }

    @Override
    public double forward() {
        forget();
        long start = System.nanoTime();
        Block x = picture;
        for (Vgg16.Block c : plan) {
            x = convolutions.rectified(x, filters(c), SAME);
            outputs.put(c.relu(), x);
            if (c.last()) {
                Pooled pool = pooling.forward(x, HALF);
                pooled.put(c.pool(), pool);
                outputs.put(c.pool(), pool.values());
                x = pool.values();
            }
        }
        return ms(start);
    }

    @Override
    public Answer output(String layer) {
        return Answer.of(0, tensor(block(layer)));
    }

    /** The deconvnet of all maps of a layer's output at once, down to the pixels. */
    Answer dense(String relu) {
        long start = System.nanoTime();
        Block signal = Reorder.copy(dnn, block(relu), OneDnn.order());
        for (int i = index(relu); i >= 0; i--) {
            Extent size = signal.extent();
            Filters own = filters(plan.get(i));
            boolean pixels = i == 0;
            // at a pool the ReLU can come first: windows do not overlap
            Block below = pixels
                    ? convolutions.back(signal, own, SAME, size.height(), size.width())
                    : convolutions.backRectified(signal, own, SAME, size.height(), size.width());
            signal.close();
            signal = below;
            if (!pixels && plan.get(i - 1).last()) {
                Pooled pool = pool(plan.get(i - 1));
                Block whole = pooling.unpool(signal, pool.switches(), 2 * size.height(), 2 * size.width());
                signal.close();
                signal = whole;
            }
        }
        return pixels(signal, start);
    }

    /** The deconvnet of the strongest neuron of a map, on what it sees. */
    Answer project(String relu, int unit) {
        Corner strongest = strongest(block(relu), unit);
        long start = System.nanoTime();
        Block signal = seed(relu, unit, strongest);
        Corner corner = strongest;
        for (int i = index(relu); i >= 0; i--) {
            Slide slide = new Slide(
                    trimmed(corner.y(), signal.extent().height(), side(i)),
                    trimmed(corner.x(), signal.extent().width(), side(i)));
            int height = height(slide.vertical(), signal.extent().height());
            int width = height(slide.horizontal(), signal.extent().width());
            Block below = i == 0
                    ? convolutions.back(signal, filters(plan.get(i)), slide, height, width)
                    : convolutions.backRectified(signal, filters(plan.get(i)), slide, height, width);
            signal.close();
            signal = below;
            corner = new Corner(
                    0,
                    corner.y() - 1 + slide.vertical().before(),
                    corner.x() - 1 + slide.horizontal().before());
            if (i > 0 && plan.get(i - 1).last()) {
                Block whole = pooling.unpool(signal, pool(plan.get(i - 1)).switches(), List.of(corner));
                signal.close();
                signal = whole;
                corner = new Corner(0, 2 * corner.y(), 2 * corner.x());
            }
        }
        return pixels(signal, start);
    }

    /** What a window's transposed convolution leaves out where it would hang over the map. */
    private static Axis trimmed(int from, int size, int side) {
        return new Axis(3, 1, 1, from == 0 ? 1 : 0, from + size == side ? 1 : 0);
    }

    private static int height(Axis axis, int size) {
        return size + 2 - axis.before() - axis.after();
    }

    private int side(int i) {
        return block(plan.get(i).relu()).extent().height();
    }

    private Block seed(String relu, int unit, Corner at) {
        Block output = block(relu);
        Block seed = Crop.copy(dnn, output, List.of(at), 1, 1);
        float value = output.floats().get(output.layout().index(0, unit, at.y(), at.x()));
        for (int i = 0; i < seed.layout().size(); i++) {
            seed.floats().put(i, i == seed.layout().index(0, unit, 0, 0) ? value : 0);
        }
        return seed;
    }

    private static Corner strongest(Block output, int unit) {
        Extent extent = output.extent();
        int best = 0;
        float most = Float.NEGATIVE_INFINITY;
        for (int p = 0; p < extent.area(); p++) {
            float v = output.floats().get(output.layout().index(0, unit, p / extent.width(), p % extent.width()));
            if (v > most) {
                most = v;
                best = p;
            }
        }
        return new Corner(0, best / extent.width(), best % extent.width());
    }

    private Answer pixels(Block signal, long start) {
        Answer answer = Answer.of(ms(start), tensor(signal));
        signal.close();
        return answer;
    }

    private Tensor tensor(Block block) {
        Extent extent = block.extent();
        float[] values = new float[extent.size()];
        try (Block plain = Reorder.copy(dnn, block, Order.PLAIN)) {
            plain.floats().get(values);
        }
        return new Tensor(new Shape(extent.channels(), extent.height(), extent.width()), values);
    }

    private Block block(String layer) {
        return java.util.Objects.requireNonNull(outputs.get(layer), layer);
    }

    private Pooled pool(Vgg16.Block c) {
        return java.util.Objects.requireNonNull(pooled.get(c.pool()));
    }

    private int index(String relu) {
        return plan.stream().map(Vgg16.Block::relu).toList().indexOf(relu);
    }

    /** Megabytes of filters in the forms that were needed. */
    double preparedMegabytes() {
        return filters.values().stream().mapToLong(Filters::preparedBytes).sum() / 1e6;
    }

    private static double ms(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private void forget() {
        outputs.values().forEach(Block::close);
        pooled.values().forEach(Pooled::close);
        outputs.clear();
        pooled.clear();
    }

    @Override
    public void close() {
        forget();
        filters.values().forEach(Filters::close);
        picture.close();
        dnn.close();
        weights.forEach(INDArray::close);
    }
}
