package org.zfscope.models.zoo.torchvision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import onnx.Onnx.ModelProto;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.compute.Memory;
import org.zfscope.models.load.InputSize;
import org.zfscope.models.tensor.Tensor;

/**
 * What PyTorch's exporter has left of a network's tensors. It has multiplied a norm that follows a convolution into its
 * weights; one that changes nothing, but for the rest, stands in for it.
 *
 * @param convolution the name of the convolution before a norm
 */
record ExportedTensors(Map<String, float[]> tensors, UnaryOperator<String> convolution) implements Tensors {

    private static final float EPSILON = 1e-5f;
    private static final int SIDE = 128;
    private static final int CLASSES = 10;

    static ExportedTensors read(Path file, UnaryOperator<String> convolution) throws IOException {
        Map<String, float[]> tensors = new HashMap<>();
        ModelProto.parseFrom(Files.readAllBytes(file))
                .getGraph()
                .getInitializerList()
                .forEach(t -> {
                    FloatBuffer from = ByteBuffer.wrap(t.getRawData().toByteArray())
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .asFloatBuffer();
                    float[] values = new float[from.remaining()];
                    from.get(values);
                    tensors.put(t.getName(), values);
                });
        return new ExportedTensors(tensors, convolution);
    }

    @Override
    public Memory memory(String tensor, Sides sides) {
        assertThat(tensors).containsKey(tensor);
        float[] values = tensors.getOrDefault(tensor, new float[0]);
        assertThat(values).as(tensor).hasSize((int) sides.count());
        return Memory.of(values);
    }

    @Override
    public float[] vector(String tensor, int length) {
        return Optional.ofNullable(tensors.get(tensor)).orElseGet(() -> multipliedIn(tensor, length));
    }

    private float[] multipliedIn(String tensor, int length) {
        String norm = tensor.substring(0, tensor.lastIndexOf('.'));
        float[] values = new float[length];
        switch (tensor.substring(norm.length())) {
            case Plan.WEIGHT -> Arrays.fill(values, (float) Math.sqrt(1 + EPSILON));
            case Plan.VARIANCE -> Arrays.fill(values, 1);
            case Plan.BIAS -> {
                return Optional.ofNullable(tensors.get(convolution.apply(norm) + ".weight_bias"))
                        .orElseThrow(() -> new AssertionError(tensor));
            }
            default -> Arrays.fill(values, 0);
        }
        return values;
    }

    /** That these tensors give PyTorch's scores for its input. */
    void assertScores(List<Part> parts, Path folder) throws IOException {
        Preprocessing preprocessing = Preprocessing.torch(Source.DEFAULT);
        try (Network network = new Blueprint("small", parts)
                        .filled(this, Optional.of(new InputSize(SIDE, SIDE)))
                        .network("small", preprocessing);
                Activations run = network.forward(
                        new Tensor(
                                network.input(),
                                npy(folder.resolve("input.npy"), network.input().size())),
                        Keep.everything())) {
            float[] expected = npy(folder.resolve("logits.npy"), CLASSES);
            float[] scores = run.maps(network.output().name(), 0).values();
            for (int i = 0; i < CLASSES; i++) {
                assertThat(scores[i]).isCloseTo(expected[i], within(1e-4f));
            }
        }
    }

    private static float[] npy(Path file, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(10 + bytes.getShort(8));
        float[] values = new float[count];
        bytes.asFloatBuffer().get(values);
        return values;
    }
}
