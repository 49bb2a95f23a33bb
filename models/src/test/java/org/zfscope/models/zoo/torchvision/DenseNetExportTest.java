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
import onnx.Onnx.ModelProto;
import org.junit.jupiter.api.Test;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.SharedData;
import org.zfscope.models.compute.Memory;
import org.zfscope.models.load.InputSize;
import org.zfscope.models.tensor.Tensor;

/** A small DenseNet of torchvision 0.26 with PyTorch's scores: our blocks with its weights give the same. */
class DenseNetExportTest {

    private static final float EPSILON = 1e-5f;

    /**
     * What PyTorch's exporter has left of a file's tensors. It has multiplied a norm that follows a convolution into its
     * weights; one that changes nothing, but for the rest, stands in for it.
     */
    private record Exported(Map<String, float[]> tensors) implements Tensors {

        static Exported read(Path file) throws IOException {
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
            return new Exported(tensors);
        }

        @Override
        public Memory memory(String tensor, Sides sides) {
            assertThat(tensors).containsKey(tensor);
            assertThat(tensors.get(tensor)).as(tensor).hasSize((int) sides.count());
            return Memory.of(tensors.get(tensor));
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
                    return Optional.ofNullable(tensors.get(convolution(norm) + ".weight_bias"))
                            .orElseThrow();
                }
                default -> Arrays.fill(values, 0);
            }
            return values;
        }

        private static String convolution(String norm) {
            return norm.endsWith("norm0") ? "features.conv0" : norm.replace(".norm2", ".conv1");
        }
    }

    private static float[] npy(Path file, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(10 + bytes.getShort(8));
        float[] values = new float[count];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    @Test
    void ourBlocksGivePyTorchsScores() throws IOException {
        Path folder = SharedData.require("exports/densenet");
        Exported tensors = Exported.read(folder.resolve("dynamo.onnx"));
        Blueprint small = new Blueprint("small", DenseNet.parts(32, List.of(3, 4, 3, 2), 16, 10));
        Preprocessing preprocessing = Preprocessing.torch(Source.DEFAULT);
        try (Network network = small.filled(tensors, Optional.of(new InputSize(128, 128)))
                        .network("small", preprocessing);
                Activations run = network.forward(
                        new Tensor(
                                network.input(),
                                npy(folder.resolve("input.npy"), network.input().size())),
                        Keep.everything())) {
            float[] expected = npy(folder.resolve("logits.npy"), 10);
            float[] scores = run.maps("classifier", 0).values();
            for (int i = 0; i < 10; i++) {
                assertThat(scores[i]).isCloseTo(expected[i], within(1e-4f));
            }
        }
    }
}
