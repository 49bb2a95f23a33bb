package org.zfscope.models.load.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.zfscope.models.load.onnx.OnnxModel.integer;
import static org.zfscope.models.load.onnx.OnnxModel.ints;
import static org.zfscope.models.load.onnx.OnnxModel.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import onnx.Onnx.NodeProto;
import onnx.Onnx.StringStringEntryProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataType;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.shade.protobuf.ByteString;
import org.zfscope.models.SharedData;
import org.zfscope.models.io.InputException;

/** What cannot be used is refused in one line that names the file and says what is wrong. */
class OnnxBadInputTest {

    private static ThrowableAssertAlternative<InputException> refused(Path file) {
        return assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> new OnnxLoader().load(file))
                .withMessageStartingWith(file + ": ")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", "\r"));
    }

    private static Path file(Path folder, byte[] content) throws IOException {
        return Files.write(folder.resolve("model.onnx"), content);
    }

    @Test
    void whatIsNoModelFile(@TempDir Path folder) throws IOException {
        refused(folder.resolve("missing.onnx")).withMessageContaining("no such file");
        refused(folder).withMessageContaining("not a file");
        refused(file(folder, new byte[0])).withMessageContaining("no ONNX model");
        refused(file(folder, "name: \"net\"\nlayer {}\n".getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("no ONNX model");
        refused(file(folder, new byte[100_000])).withMessageContaining("no ONNX model");
        // a graph of 2^31 - 1 bytes is announced
        refused(file(folder, new byte[] {8, 7, 0x3A, -1, -1, -1, -1, 7, 1, 2, 3}))
                .withMessageContaining("cut off");
    }

    @Test
    void modelsThatAreCutOffAnywhere(@TempDir Path folder) throws IOException {
        byte[] whole = small().weights("w", OnnxRun.small(1, 27), 1, 3, 3, 3)
                .node("Conv", "conv", List.of("x", "w"))
                .bytes();
        for (int length = 0; length < whole.length; length++) {
            refused(file(folder, Arrays.copyOf(whole, length)));
        }
    }

    @Test
    void modelsWithDamagedBytesLoadOrAreRefusedAndNothingElse(@TempDir Path folder) throws IOException {
        byte[] whole = Files.readAllBytes(SharedData.require("golden/dag-mini/model.onnx"));
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = whole.clone();
            // the graph's structure comes first, the weights' bytes after it
            int end = round % 2 == 0 ? 6_000 : damaged.length;
            for (int i = 0; i < 3; i++) {
                damaged[random.nextInt(end)] = (byte) random.nextInt();
            }
            Path file = file(folder, damaged);
            try {
                new OnnxLoader().load(file);
            } catch (InputException e) {
                assertThat(e.getMessage()).startsWith(file + ": ").doesNotContain("\n");
            }
        }
    }

    /** A model that is wrong in one way, and what the message must say of it. */
    private record Bad(String says, OnnxModel model) {
        @Override
        public String toString() {
            return says;
        }
    }

    private static OnnxModel small() {
        return OnnxModel.of(13, 1, 3, 8, 8);
    }

    private static Bad bad(String says, OnnxModel model) {
        return new Bad(says, model);
    }

    private static Bad badNode(String says, String operator, onnx.Onnx.AttributeProto... attributes) {
        return bad(says, small().node(operator, "n1", List.of("x"), attributes));
    }

    private static Bad badWeights(String says, TensorProto.Builder weights) {
        return bad(says, small().initializer(weights.setName("w").build()).node("Conv", "conv", List.of("x", "w")));
    }

    private static TensorProto.Builder tensor(DataType type, long... dims) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setDataType(type.getNumber());
        Arrays.stream(dims).forEach(tensor::addDims);
        return tensor;
    }

    private static TensorProto.Builder withNumbers(float last) {
        TensorProto.Builder tensor = tensor(DataType.FLOAT, 1, 3, 1, 1);
        return tensor.addFloatData(1).addFloatData(1).addFloatData(last);
    }

    private static Stream<Bad> graphs() {
        OnnxModel cycle = small().node("Relu", "a", List.of("b")).node("Relu", "b", List.of("a"));
        OnnxModel foreign = small();
        foreign.graph.addNode(NodeProto.newBuilder()
                .setOpType("FusedConv")
                .setName("f1")
                .setDomain("com.microsoft")
                .addInput("x")
                .addOutput("f1"));
        OnnxModel twice = small();
        twice.node("Relu", "r", List.of("x")).node("Relu", "r", List.of("x"));
        OnnxModel inputs = small().node("Relu", "r", List.of("x"));
        inputs.graph.addInput(OnnxModel.info("y", DataType.FLOAT, 1, 3, 8, 8));
        OnnxModel bytes = new OnnxModel(13).node("Relu", "r", List.of("x"));
        bytes.graph.addInput(OnnxModel.info("x", DataType.INT8, 1, 3, 8, 8));
        OnnxModel noOpset = small().node("Relu", "r", List.of("x"));
        noOpset.model.clearOpsetImport();
        OnnxModel card = small().node("Relu", "r", List.of("x"));
        card.model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey("zfscope").setValue("{\"nam\": 1}"));
        return Stream.of(
                bad(
                        "opset 7 to 24 of ai.onnx expected, found 6",
                        OnnxModel.of(6, 1, 3, 8, 8).node("Relu", "r", List.of("x"))),
                bad("found 25", OnnxModel.of(25, 1, 3, 8, 8).node("Relu", "r", List.of("x"))),
                bad("found none", noOpset),
                bad("'b' comes from nowhere", cycle),
                bad("'gone' comes from nowhere", small().node("Relu", "r", List.of("gone"))),
                bad(
                        "'gone' comes from nowhere",
                        small().node("Relu", "r", List.of("x")).output("gone")),
                bad("no output", small()),
                bad("is there already", twice),
                bad("found [x, y]", inputs),
                bad("found type INT8", bytes),
                bad("found 3 dims", OnnxModel.of(13, 1, 3, 8).node("Relu", "r", List.of("x"))),
                bad("found 5", OnnxModel.of(13, 1, 5, 8, 8).node("Relu", "r", List.of("x"))),
                bad("found an open number", OnnxModel.of(13, 1, 0, 8, 8).node("Relu", "r", List.of("x"))),
                bad("at most 10000", OnnxModel.of(13, 1, 3, 1L << 40, 8).node("Relu", "r", List.of("x"))),
                bad("model card", card),
                bad("no layer for operators of com.microsoft", foreign));
    }

    private static Stream<Bad> windows() {
        return Stream.of(
                badNode("node n1 (LSTM): there is no layer for this operator", "LSTM"),
                badNode("node n1 (PRelu): has no input 1", "PRelu"),
                badNode("node n1 (Loop)", "Loop"),
                badNode("has no input 1", "Conv"),
                badNode("windows over 3 axes", "MaxPool", ints("kernel_shape", List.of(2, 2, 2))),
                badNode("windows over 0 axes", "MaxPool"),
                badNode("does not fit", "MaxPool", ints("kernel_shape", List.of(9, 9))),
                badNode("cannot slide", "MaxPool", ints("kernel_shape", List.of(2, 2)), ints("strides", List.of(0, 1))),
                badNode(
                        "cannot slide",
                        "MaxPool",
                        ints("kernel_shape", List.of(2, 2)),
                        ints("pads", List.of(-1, 0, 0, 0))),
                badNode(
                        "wholly in the padding",
                        "MaxPool",
                        ints("kernel_shape", List.of(2, 2)),
                        ints("pads", List.of(2, 0, 0, 0))),
                badNode(
                        "too large",
                        "MaxPool",
                        ints("kernel_shape", List.of(2, 2)),
                        ints("pads", List.of(1 << 30, 0, 0, 0))),
                badNode(
                        "does not fit",
                        "MaxPool",
                        ints("kernel_shape", List.of(2, 2)),
                        ints("dilations", List.of(1 << 30, 1 << 30))));
    }

    private static Stream<Bad> nodes() {
        OnnxModel open = OnnxModel.of(13, 1, 3, 0, 0)
                .node("Flatten", "flat", List.of("x"))
                .weights("m", new float[4], 2, 2)
                .node("Gemm", "fc", List.of("flat", "m"));
        return Stream.of(
                badNode("auto_pad SOME", "MaxPool", ints("kernel_shape", List.of(2, 2)), text("auto_pad", "SOME")),
                badNode("axis 3", "Softmax"),
                badNode("axis 7", "Flatten", integer("axis", 7)),
                badNode("axis 5", "Flatten", integer("axis", 5)),
                badNode("axis 1", "Concat", integer("axis", 2)),
                badNode("several pictures", "ReduceMean", ints("axes", List.of(0))),
                badNode("local response", "LRN", integer("size", -3)),
                badNode("node n1 (LRN)", "LRN"),
                badNode("mode spiral", "Pad", text("mode", "spiral"), ints("pads", List.of(0, 0, 1, 1, 0, 0, 1, 1))),
                badNode("rows and columns", "Pad", ints("pads", List.of(1, 0, 1, 1, 0, 0, 1, 1))),
                badNode("too large", "Pad", ints("pads", List.of(0, 0, 1 << 29, 0, 0, 0, 0, 1 << 29))),
                badNode("axis 2", "Squeeze", ints("axes", List.of(2))),
                bad("size open; taken as 3 x 224 x 224", open),
                bad("cannot be cut into 2", small().ints("to", 2, 96).node("Reshape", "r", List.of("x", "to"))),
                bad("cannot get dims", small().ints("to", 7, -1).node("Reshape", "r", List.of("x", "to"))),
                bad("must be constant weights", small().node("Conv", "c", List.of("x", "x"))),
                bad("must be flat", small().weights("m", new float[4], 2, 2).node("MatMul", "c", List.of("x", "m"))),
                bad(
                        "do not go together",
                        small().ints("p", 0, 0, 1, 1, 0, 0, 1, 1)
                                .node("Pad", "p1", List.of("x", "p"))
                                .node("Add", "a", List.of("x", "p1"))),
                bad(
                        "constants of 1 x 1 x 7 do not go with maps of 3 x 8 x 8",
                        small().weights("k", new float[7], 7).node("Add", "a", List.of("x", "k"))),
                bad("divides by zero", small().weights("k", new float[1], 1).node("Div", "a", List.of("x", "k"))),
                bad(
                        "must be a layer's output",
                        small().weights("k", new float[1], 1).node("Relu", "a", List.of("k"))));
    }

    private static Stream<Bad> tensors() {
        return Stream.of(
                badWeights("tensor w: its dims ask for 3 numbers, found 0", tensor(DataType.FLOAT, 1, 3, 1, 1)),
                badWeights(
                        "need 12 bytes, found 8",
                        tensor(DataType.FLOAT, 1, 3, 1, 1).setRawData(ByteString.copyFrom(new byte[8]))),
                badWeights(
                        "need 12 bytes, found 16",
                        tensor(DataType.FLOAT, 1, 3, 1, 1).setRawData(ByteString.copyFrom(new byte[16]))),
                badWeights("tensor w", tensor(DataType.FLOAT, 1L << 40, 1L << 40, 1, 1)),
                badWeights("tensor w", tensor(DataType.FLOAT, 60_000, 60_000, 60_000, 1)),
                badWeights("found 0", tensor(DataType.FLOAT, 2_000_000_000, 1, 1, 1)),
                badWeights("found 0", tensor(DataType.INT64, 2_000_000_000, 1, 1, 1)),
                badWeights("tensor w", tensor(DataType.FLOAT, -1, 3, 1, 1)),
                badWeights("8 dims", tensor(DataType.FLOAT, 1, 1, 1, 1, 1, 1, 1, 1, 1)),
                badWeights("constant weights", tensor(DataType.FLOAT, 0, 3, 1, 1)),
                badWeights("type INT8", tensor(DataType.INT8, 1, 3, 1, 1).setRawData(ByteString.copyFrom(new byte[3]))),
                badWeights("type STRING", tensor(DataType.STRING, 1, 3, 1, 1)),
                badWeights(
                        "whole numbers",
                        tensor(DataType.INT64, 1, 3, 1, 1)
                                .addInt64Data(1)
                                .addInt64Data(1)
                                .addInt64Data(1)),
                badWeights("tensor w: has NaN at index 2", withNumbers(Float.NaN)),
                badWeights("tensor w: has -Infinity at index 2", withNumbers(Float.NEGATIVE_INFINITY)),
                badWeights(
                        "1 axes",
                        withNumbers(1).clearDims().addDims(1).addDims(3).addDims(1)),
                badWeights("3 axes", withNumbers(1).addDims(1)),
                badWeights(
                        "a convolution of 1 channels got 3 x 8 x 8",
                        withNumbers(1)
                                .clearDims()
                                .addDims(3)
                                .addDims(1)
                                .addDims(1)
                                .addDims(1)));
    }

    @ParameterizedTest
    @MethodSource({"graphs", "windows", "nodes", "tensors"})
    void modelsThatAreWrong(Bad bad, @TempDir Path folder) {
        refused(bad.model.write(folder)).withMessageContaining(bad.says);
    }

    private static Path external(Path folder, String location, String offset, String length) {
        return small().initializer(OnnxLoaderTest.external(tensor(DataType.FLOAT, 1, 3, 1, 1), location, offset, length)
                        .setName("w")
                        .build())
                .node("Conv", "conv", List.of("x", "w"))
                .write(folder);
    }

    @Test
    void externalDataOutsideTheModelsFolder(@TempDir Path base) throws IOException {
        Path folder = Files.createDirectory(base.resolve("model"));
        Path secret = Files.write(base.resolve("secret.bin"), new byte[12]);
        Files.write(folder.resolve("inside.bin"), new byte[12]);
        String outside = "must be a file inside the model's own folder";
        refused(external(folder, "../secret.bin", "0", "12")).withMessageContaining(outside);
        refused(external(folder, "sub/../../secret.bin", "0", "12")).withMessageContaining(outside);
        refused(external(folder, "../model/inside.bin", "0", "12")).withMessageContaining(outside);
        refused(external(folder, secret.toString(), "0", "12")).withMessageContaining(outside);
        refused(external(folder, "", "0", "12")).withMessageContaining(outside);
        refused(external(folder, ".", "0", "12")).withMessageContaining("is missing");
        refused(external(folder, "a\0b", "0", "12"));
        Files.createSymbolicLink(folder.resolve("link.bin"), secret);
        refused(external(folder, "link.bin", "0", "12")).withMessageContaining(outside);
        Files.createSymbolicLink(folder.resolve("up"), base);
        refused(external(folder, "up/secret.bin", "0", "12")).withMessageContaining(outside);
    }

    @Test
    void externalDataThatIsNotThere(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("w.bin"), new byte[16]);
        refused(external(folder, "gone.bin", "0", "12")).withMessageContaining("gone.bin is missing");
        refused(external(folder, "w.bin", "8", "12")).withMessageContaining("w.bin has 16");
        refused(external(folder, "w.bin", "0", "8")).withMessageContaining("needs 12 bytes");
        refused(external(folder, "w.bin", "-4", "12")).withMessageContaining("'-4'");
        refused(external(folder, "w.bin", "99999999999999999999", "12"));
        refused(external(folder, "w.bin", "999999999999999999", "12"));
    }

    @Test
    void externalDataThatIsUsedOverAndOver(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("w.bin"), new byte[36]);
        OnnxModel model = small();
        String last = "x";
        for (int i = 0; i < 4; i++) {
            model.initializer(OnnxLoaderTest.external(tensor(DataType.FLOAT, 3, 1, 1, 1), "w.bin", "0", "12")
                            .setName("w" + i)
                            .build())
                    .node("Conv", "conv" + i, List.of(last, "w" + i), integer("group", 3));
            last = "conv" + i;
        }
        refused(model.write(folder)).withMessageContaining("tensor w3: its external data w.bin is used more often");
    }
}
