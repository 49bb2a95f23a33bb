package org.zfscope.models.load.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zfscope.models.load.onnx.OnnxModel.integer;

import java.nio.file.Path;
import java.util.List;
import onnx.Onnx.TensorProto.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.LeftOut;
import org.zfscope.models.LeftOut.Part;
import org.zfscope.models.Network;
import org.zfscope.models.io.InputException;

/** Networks written down as they were trained, which take more than pictures. */
class OnnxLabelsTest {

    private final Path folder;

    OnnxLabelsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static OnnxModel trained() {
        OnnxModel model = new OnnxModel(13);
        model.graph.addInput(OnnxModel.info("labels", DataType.FLOAT, 0, 4));
        model.graph.addInput(OnnxModel.info("x", DataType.FLOAT, 0, 3, 8, 8));
        return model.weights("w", OnnxRun.small(1, 108), 4, 3, 3, 3)
                .node("Conv", "conv", List.of("x", "w"))
                .node("GlobalAveragePool", "pool", List.of("conv"))
                .node("Flatten", "flat", List.of("pool"))
                .node("Softmax", "scores", List.of("flat"));
    }

    private Network open(OnnxModel model) {
        return new OnnxLoader().load(model.write(folder));
    }

    @Test
    void anAccuracyIsLeftOutWithItsLabels() {
        OnnxModel model = trained()
                .node("ArgMax", "right", List.of("labels"), integer("axis", 1))
                .node("ArgMax", "answer", List.of("scores"), integer("axis", 1))
                .node("Equal", "same", List.of("answer", "right"))
                .output("same");
        try (Network network = open(model)) {
            assertThat(network.output().name()).isEqualTo("scores");
            assertThat(network.leftOut()).contains(new LeftOut(3, "right", "ArgMax", Part.OTHERS));
            assertThat(network.hasScores()).isTrue();
        }
    }

    @Test
    void aLossBesideTheScoresIsLeftOutToo() {
        OnnxModel model = trained()
                .node("Log", "log", List.of("scores"))
                .node("Mul", "loss", List.of("log", "labels"))
                .output("loss")
                .output("scores");
        try (Network network = open(model)) {
            assertThat(network.outputs()).containsExactly(new Network.Output("scores", "scores"));
            assertThat(network.leftOut()).contains(new LeftOut(2, "log", "Log", Part.OTHERS));
        }
    }

    @Test
    void anInputThatNothingTakesIsIgnored() {
        try (Network network = open(trained())) {
            assertThat(network.output().name()).isEqualTo("scores");
            assertThat(network.leftOut()).isEmpty();
        }
    }

    @Test
    void whatGoesIntoWeightsCounts() {
        OnnxModel model = trained()
                .node("Concat", "both", List.of("scores", "labels"), integer("axis", 1))
                .weights("v", OnnxRun.small(2, 16), 8, 2)
                .node("MatMul", "mixed", List.of("both", "v"));
        assertThatThrownBy(() -> open(model))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("one input is expected, which takes pictures; found [labels, x]");
    }
}
