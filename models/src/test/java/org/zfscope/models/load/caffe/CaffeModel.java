package org.zfscope.models.load.caffe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.tensor.Tensor;

/** A small net of Caffe's, written by the tests: its text, and weights that go into a binary file as Caffe writes it. */
final class CaffeModel {

    /** An array of weights. */
    record Blob(float[] values, int... sides) {}

    private final Map<String, List<Blob>> blobs = new LinkedHashMap<>();
    private final Random random = new Random(5);
    private final String text;

    /** @param layers all of it but the input */
    CaffeModel(String layers, int channels, int height, int width) {
        this("""
                name: "small"
                layer { name: "data" type: "Input" top: "data"
                  input_param { shape { dim: 1 dim: %d dim: %d dim: %d } } }
                """.formatted(channels, height, width) + layers);
    }

    CaffeModel(String text) {
        this.text = text;
    }

    /** One more array of a layer. */
    CaffeModel with(String layer, float[] values, int... sides) {
        blobs.computeIfAbsent(layer, l -> new ArrayList<>()).add(new Blob(values, sides));
        return this;
    }

    /** One more array of a layer, of numbers around zero. */
    CaffeModel random(String layer, int... sides) {
        int count = 1;
        for (int side : sides) {
            count *= side;
        }
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian() / 3;
        }
        return with(layer, values, sides);
    }

    float[] blob(String layer, int number) {
        return blobs.getOrDefault(layer, List.of()).get(number).values();
    }

    String text() {
        return text;
    }

    /** The weights as a caffemodel. */
    byte[] binary() {
        Bytes net = new Bytes();
        net.text(1, "small");
        blobs.forEach((name, arrays) -> {
            Bytes layer = new Bytes();
            layer.text(1, name);
            arrays.forEach(array -> layer.message(7, blob(array, true)));
            net.message(100, layer);
        });
        return net.all();
    }

    /** A blob with its shape, or with four sides by name as old files have it. */
    static Bytes blob(Blob array, boolean today) {
        Bytes blob = new Bytes();
        if (today) {
            Bytes dims = new Bytes();
            for (int side : array.sides()) {
                dims.varint(side);
            }
            Bytes shape = new Bytes();
            shape.message(1, dims);
            blob.message(7, shape);
        } else {
            for (int i = 0; i < 4; i++) {
                int missing = 4 - array.sides().length;
                blob.number(i + 1, i < missing ? 1 : array.sides()[i - missing]);
            }
        }
        ByteBuffer numbers = ByteBuffer.allocate(4 * array.values().length).order(ByteOrder.LITTLE_ENDIAN);
        numbers.asFloatBuffer().put(array.values());
        blob.bytes(5, numbers.array());
        return blob;
    }

    Network open(Path folder) throws IOException {
        Path net = Files.writeString(folder.resolve("small.prototxt"), text);
        Path weights = Files.write(folder.resolve("small.caffemodel"), binary());
        return new CaffeLoader().load(ModelSource.ofFile(net).withWeights(Optional.of(weights)));
    }

    /** What the network's output gives for an input. */
    static Tensor run(Network network, Tensor input) {
        try (Activations run = network.forward(input, Keep.everything())) {
            return run.maps(network.output().name(), 0);
        }
    }

    /** Protobuf's binary form, as it is written. */
    static final class Bytes {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        void number(int field, long value) {
            varint((long) field << 3);
            varint(value);
        }

        void text(int field, String value) {
            bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        void real(int field, float value) {
            varint((long) field << 3 | 5);
            out.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putFloat(value)
                    .array());
        }

        void message(int field, Bytes value) {
            bytes(field, value.all());
        }

        void bytes(int field, byte[] value) {
            varint((long) field << 3 | 2);
            varint(value.length);
            out.writeBytes(value);
        }

        void varint(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                out.write((int) ((rest & 0x7F) | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }

        byte[] all() {
            return out.toByteArray();
        }
    }
}
