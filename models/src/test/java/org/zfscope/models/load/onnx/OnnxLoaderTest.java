package org.zfscope.models.load.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zfscope.models.load.onnx.OnnxOperatorsTest.affine;
import static org.zfscope.models.load.onnx.OnnxOperatorsTest.expect;
import static org.zfscope.models.load.onnx.OnnxOperatorsTest.small;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import onnx.Onnx.NodeProto;
import onnx.Onnx.StringStringEntryProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataLocation;
import onnx.Onnx.TensorProto.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.shade.protobuf.ByteString;
import org.zfscope.models.ClassNames;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Network.Output;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.load.ImageNet;
import org.zfscope.models.load.InputSize;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.tensor.Shape;

/** What is around the operators: how numbers are stored, what layers are called, where preprocessing comes from. */
class OnnxLoaderTest {

    private static OnnxModel scaledBy(TensorProto constant) {
        return OnnxModel.of(13, 0, 3, 1, 2).initializer(constant).node("Mul", "k1", List.of("x", "k"));
    }

    private static TensorProto.Builder constant(DataType type) {
        return TensorProto.newBuilder()
                .setName("k")
                .setDataType(type.getNumber())
                .addDims(3)
                .addDims(1)
                .addDims(1);
    }

    @Test
    void numbersAreStoredInManyWays(@TempDir Path folder) throws IOException {
        ByteBuffer raw = ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(1)
                .putFloat(-2)
                .putFloat(0.5f);
        ByteBuffer doubles = ByteBuffer.allocate(24)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(1)
                .putDouble(-2)
                .putDouble(0.5);
        // half floats: 1 = 0x3C00, -2 = 0xC000, 0.5 = 0x3800
        ByteBuffer halves = ByteBuffer.allocate(6)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0x3C00)
                .putShort((short) 0xC000)
                .putShort((short) 0x3800);
        Files.createDirectories(folder.resolve("data"));
        Files.write(
                folder.resolve("data/weights.bin"),
                ByteBuffer.allocate(17).put(5, raw.array()).array());
        List<TensorProto.Builder> spellings = List.of(
                constant(DataType.FLOAT).addAllFloatData(List.of(1f, -2f, 0.5f)),
                constant(DataType.FLOAT).setRawData(ByteString.copyFrom(raw.array())),
                constant(DataType.DOUBLE).addAllDoubleData(List.of(1d, -2d, 0.5d)),
                constant(DataType.DOUBLE).setRawData(ByteString.copyFrom(doubles.array())),
                constant(DataType.FLOAT16).addAllInt32Data(List.of(0x3C00, 0xC000, 0x3800)),
                constant(DataType.FLOAT16).setRawData(ByteString.copyFrom(halves.array())),
                external(constant(DataType.FLOAT), "data/weights.bin", "5", "12"));
        for (TensorProto.Builder spelling : spellings) {
            expect(
                    new OnnxRun(folder, scaledBy(spelling.build())),
                    m -> affine(m, new double[] {1, -2, 0.5}, new double[3]));
        }
    }

    static TensorProto.Builder external(TensorProto.Builder tensor, String location, String offset, String length) {
        return tensor.setDataLocation(DataLocation.EXTERNAL)
                .addExternalData(
                        StringStringEntryProto.newBuilder().setKey("location").setValue(location))
                .addExternalData(
                        StringStringEntryProto.newBuilder().setKey("offset").setValue(offset))
                .addExternalData(
                        StringStringEntryProto.newBuilder().setKey("length").setValue(length));
    }

    @Test
    void initializersMayBeListedAmongTheInputs(@TempDir Path folder) {
        OnnxModel model = small(7).weights("k", new float[] {2, 2, 2}, 3, 1, 1).node("Mul", "k1", List.of("x", "k"));
        model.graph.addInput(OnnxModel.info("k", DataType.FLOAT, 3, 1, 1));
        expect(new OnnxRun(folder, model), m -> Naive.flat(Naive.each(m, v -> 2 * v)));
    }

    private static Network load(Path folder, OnnxModel model) {
        return new OnnxLoader().load(model.write(folder));
    }

    @Test
    void layersAreCalledAsTheirNodesOrElseTheirOutputs(@TempDir Path folder) {
        OnnxModel model = small(13);
        String[][] names = {{"conv/1:0", "a"}, {"", "b@*"}, {"", "input"}, {"twice", "c"}, {"twice", "d"}};
        String last = "x";
        for (String[] name : names) {
            model.graph.addNode(NodeProto.newBuilder()
                    .setOpType("Relu")
                    .setName(name[0])
                    .addInput(last)
                    .addOutput(name[1]));
            last = name[1];
        }
        assertThat(load(folder, model).nodes())
                .extracting(Node::name)
                .containsExactly("conv/1_0", "b__", "input_2", "twice", "twice_2");
    }

    @Test
    void theGraphsFirstOutputIsTheNetworksLastLayer(@TempDir Path folder) {
        OnnxModel model = small(13)
                .node("Relu", "main", List.of("x"))
                .node("LeakyRelu", "side", List.of("x"))
                .output("main")
                .output("side");
        assertThat(load(folder, model).output().name()).isEqualTo("main");
    }

    @Test
    void whatTheGraphDeclaresIsAnOutputWhereverItLies(@TempDir Path folder) {
        OnnxModel model = small(13)
                .node("Relu", "scores", List.of("x"))
                .node("Identity", "renamed", List.of("scores"))
                .node("LeakyRelu", "aux", List.of("scores"))
                .output("renamed")
                .output("aux");
        Network network = load(folder, model);
        assertThat(network.outputs()).containsExactly(new Output("renamed", "scores"), new Output("aux", "aux"));
        assertThat(network.output().name()).isEqualTo("scores");
    }

    @Test
    void aThousandClassesWithoutNamesAreGuessedToBeImageNets(@TempDir Path folder) throws IOException {
        Path file = OnnxModel.of(13, 0, 3, 1, 1)
                .weights("w", new float[3000], 1000, 3, 1, 1)
                .node("Conv", "classes", List.of("x", "w"))
                .write(folder);
        assertThat(new OnnxLoader().load(file).classNames()).isEqualTo(new ClassNames(ImageNet.labels(), Source.GUESS));
        Files.writeString(folder.resolve("model.onnx.zfscope.json"), CARD);
        assertThat(new OnnxLoader().load(file).classNames()).isEqualTo(new ClassNames(List.of("cat"), Source.FILE));
    }

    @Test
    void openSidesAreTakenAsTold(@TempDir Path folder) {
        Path file = OnnxModel.of(13, 0, 3, 0, 0).node("Relu", "r", List.of("x")).write(folder);
        assertThat(new OnnxLoader().load(file).input()).isEqualTo(new Shape(3, 224, 224));
        assertThat(new OnnxLoader().load(file).inputSource()).isEqualTo(Source.GUESS);
        assertThat(new OnnxLoader()
                        .load(ModelSource.ofFile(file).withSize(Optional.of(new InputSize(64, 48))))
                        .input())
                .isEqualTo(new Shape(3, 64, 48));
        assertThat(load(folder, small(13).node("Relu", "r", List.of("x"))).inputSource())
                .isEqualTo(Source.FILE);
    }

    @Test
    void preprocessingIsGuessedFromWhoMadeTheModel(@TempDir Path folder) {
        OnnxModel model = small(13).node("Relu", "r", List.of("x"));
        assertThat(load(folder, model).preprocessing()).isEqualTo(Preprocessing.torch(Source.GUESS));
        model.model.setProducerName("onnx-caffe2");
        assertThat(load(folder, model).preprocessing().channels()).isEqualTo(Channels.BGR);
        assertThat(load(folder, OnnxModel.of(13, 1, 1, 8, 8).node("Relu", "r", List.of("x")))
                        .preprocessing())
                .isEqualTo(Preprocessing.unit(Channels.GREY, Source.GUESS));
    }

    private static final String CARD = """
            {"name": "mine", "preprocessing": {"channels": "bgr", "mean": [1, 2, 3]}, "labels": ["cat"]}""";

    @Test
    void theCardInTheMetadataOrBesideTheFileDecides(@TempDir Path folder) throws IOException {
        OnnxModel model = small(13).node("Relu", "r", List.of("x"));
        Files.writeString(folder.resolve("model.onnx.zfscope.json"), CARD);
        Network beside = load(folder, model);
        assertThat(beside.name()).isEqualTo("mine");
        assertThat(beside.labels()).containsExactly("cat");
        assertThat(beside.preprocessing().source()).isEqualTo(Source.FILE);
        assertThat(beside.preprocessing().mean().values()).containsExactly(1, 2, 3);
        model.model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey("zfscope").setValue(CARD.replace("mine", "inside")));
        assertThat(load(folder, model).name()).isEqualTo("inside");
    }

    @Test
    void itsFirstBytesTellAModel() {
        OnnxLoader loader = new OnnxLoader();
        Path any = Path.of("any");
        assertThat(loader.accepts(any, small(13).node("Relu", "r", List.of("x")).bytes()))
                .isTrue();
        for (String other : List.of("", "\b", "PK\3\4zip", "name: \"net\"", "\u0089HDF\r\n", "{\"a\": 1}")) {
            assertThat(loader.accepts(any, other.getBytes(StandardCharsets.ISO_8859_1)))
                    .isFalse();
        }
    }
}
