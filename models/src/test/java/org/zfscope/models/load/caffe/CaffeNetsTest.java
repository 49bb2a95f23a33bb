package org.zfscope.models.load.caffe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.InputSize;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.load.caffe.CaffeModel.Blob;
import org.zfscope.models.load.caffe.CaffeModel.Bytes;
import org.zfscope.models.open.Models;
import org.zfscope.models.tensor.Tensor;

/** Nets of all of Caffe's ages, and how files are found and told apart. */
class CaffeNetsTest {

    private static final String TODAY = """
            name: "small"
            input: "data"
            input_shape { dim: 10 dim: 3 dim: 9 dim: 9 }
            layer { name: "conv" type: "Convolution" bottom: "data" top: "conv"
              convolution_param { num_output: 4 kernel_size: 3 pad: 1 stride: 2 } }
            layer { name: "relu" type: "ReLU" bottom: "conv" top: "conv" }
            layer { name: "norm" type: "LRN" bottom: "conv" top: "norm" lrn_param { local_size: 5 alpha: 0.1 } }
            layer { name: "pool" type: "Pooling" bottom: "norm" top: "pool" pooling_param { kernel_size: 2 stride: 2 } }
            layer { name: "ip" type: "InnerProduct" bottom: "pool" top: "ip" inner_product_param { num_output: 2 } }
            layer { name: "prob" type: "Softmax" bottom: "ip" top: "prob" }
            """;

    private static final String OF_2014 = """
            name: "small"   # a comment
            input: "data" input_dim: 10, input_dim: 3; input_dim: 9 input_dim: 9
            layers { name: "conv" type: CONVOLUTION bottom: "data" top: "conv" blobs_lr: 1 blobs_lr: 2
              convolution_param { num_output: 4 kernel_size: 3 pad: 1 stride: 2
                weight_filler { type: 'gaussian' std: 0.01 } } }
            layers { name: "relu" type: RELU bottom: "conv" top: "conv" }
            layers < name: "norm" type: LRN bottom: "conv" top: "norm" lrn_param: { local_size: 5 alpha: 1e-1 } >
            layers { name: "pool" type: POOLING bottom: "norm" top: "pool"
              pooling_param { pool: MAX kernel_size: 2 stride: 2 } }
            layers { name: "ip" type: INNER_PRODUCT bottom: "pool" top: "ip" inner_product_param { num_output: 2 } }
            layers { name: "prob" type: SOFTMAX bottom: "ip" top: "prob" }
            """;

    private static final String OF_2013 = """
            name: 'sm' "all"
            input: "data" input_dim: [10, 3, 9, 9]
            layers { layer { name: "pad" type: "padding" pad: 1 } bottom: "data" top: "padded" }
            layers { layer { name: "conv" type: "conv" num_output: 4 kernelsize: 3 stride: 2 weight_filler { type: "xavier" } }
              bottom: "padded" top: "conv" }
            layers { layer { name: "relu" type: "relu" } bottom: "conv" top: "conv" }
            layers { layer { name: "norm" type: "lrn" local_size: 5 alpha: 0.1 } bottom: "conv" top: "norm" }
            layers { layer { name: "pool" type: "pool" pool: MAX kernelsize: 2 stride: 2 } bottom: "norm" top: "pool" }
            layers { layer { name: "ip" type: "innerproduct" num_output: 2 } bottom: "pool" top: "ip" }
            layers { layer { name: "prob" type: "softmax" } bottom: "ip" top: "prob" }
            """;

    private static final String TRAINING = """
            name: "small"
            layer { name: "data" type: "Data" top: "data" top: "label" include { phase: TRAIN }
              transform_param { mirror: true crop_size: 7 } }
            layer { name: "data" type: "Data" top: "data" top: "label" include: { phase: TEST }
              transform_param { crop_size: 9 mean_value: 104 mean_value: 117 mean_value: 123 scale: 0.5 } }
            layer { name: "conv" type: "Convolution" bottom: "data" top: "conv"
              convolution_param { num_output: 4 kernel_size: 3 pad: 1 stride: 2 } }
            layer { name: "relu" type: "ReLU" bottom: "conv" top: "conv" }
            layer { name: "drop" type: "Dropout" bottom: "conv" top: "conv" exclude { phase: TEST } }
            layer { name: "norm" type: "LRN" bottom: "conv" top: "norm" lrn_param { local_size: 5 alpha: 0.1 } }
            layer { name: "pool" type: "Pooling" bottom: "norm" top: "pool" pooling_param { kernel_size: 2 stride: 2 } }
            layer { name: "ip" type: "InnerProduct" bottom: "pool" top: "ip" inner_product_param { num_output: 2 } }
            layer { name: "accuracy" type: "Accuracy" bottom: "ip" bottom: "label" top: "accuracy" include { phase: TEST } }
            layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" top: "loss" }
            """;

    @TempDir
    private Path folder;

    private static CaffeModel model(String text) {
        return new CaffeModel(text)
                .random("conv", 4, 3, 3, 3)
                .random("conv", 4)
                .random("ip", 2, 36)
                .random("ip", 2);
    }

    private Tensor output(CaffeModel model) throws IOException {
        try (Network network = model.open(folder)) {
            return CaffeModel.run(network, picture(network));
        }
    }

    private static Tensor picture(Network network) {
        Tensor picture = Tensor.zeros(network.input());
        for (int i = 0; i < picture.values().length; i++) {
            picture.values()[i] = (float) Math.sin(i);
        }
        return picture;
    }

    @Test
    void netsOfAllAgesAreTheSame() throws IOException {
        Tensor today = output(model(TODAY));
        assertThat(output(model(OF_2014))).isEqualTo(today);
        assertThat(output(model(OF_2013))).isEqualTo(today);
    }

    @Test
    void aNetForTrainingIsReadAsForTesting() throws IOException {
        try (Network network = model(TRAINING).open(folder)) {
            assertThat(network.nodes()).extracting(Node::name).containsExactly("conv", "relu", "norm", "pool", "ip");
            assertThat(network.input().toString()).isEqualTo("3 x 9 x 9");
            assertThat(network.preprocessing().mean().values()).containsExactly(104, 117, 123);
            assertThat(network.preprocessing().scale().values()).containsExactly(0.5f, 0.5f, 0.5f);
            assertThat(network.preprocessing().channels()).isEqualTo(Channels.BGR);
            assertThat(network.preprocessing().source()).isEqualTo(Source.FILE_IN_GUESSED_ORDER);
            assertThat(network.preprocessing().toString()).contains("guess");
        }
    }

    /** As files of 2013 and 2014 have weights: layers by number, sides by name. */
    @Test
    void weightsOfOldFilesAreRead() throws IOException {
        CaffeModel model = model(OF_2014);
        Bytes net = new Bytes();
        for (String name : new String[] {"conv", "ip"}) {
            Bytes layer = new Bytes();
            layer.text(4, name);
            layer.number(5, name.equals("conv") ? 4 : 14);
            for (int i = 0; i < 2; i++) {
                int[] sides = i == 1
                        ? new int[] {name.equals("conv") ? 4 : 2}
                        : name.equals("conv") ? new int[] {4, 3, 3, 3} : new int[] {2, 36};
                layer.message(6, CaffeModel.blob(new Blob(model.blob(name, i), sides), false));
            }
            net.message(2, layer);
        }
        Path text = Files.writeString(folder.resolve("old.prototxt"), OF_2014);
        Path weights = Files.write(folder.resolve("old.caffemodel"), net.all());
        ModelSource source = ModelSource.ofFile(text).withWeights(Optional.of(weights));
        try (Network network = new CaffeLoader().load(source)) {
            assertThat(CaffeModel.run(network, picture(network))).isEqualTo(output(model(TODAY)));
        }
    }

    @Test
    void weightsBesideANetAreFoundAndTheNetOfSomeWeights() throws IOException {
        Path net = Files.writeString(folder.resolve("small_deploy.prototxt"), TODAY);
        Path weights = Files.write(
                folder.resolve("small_iter_500.caffemodel"), model(TODAY).binary());
        Files.writeString(folder.resolve("solver.prototxt"), "net: \"small_train.prototxt\"\nbase_lr: 0.01\n");
        ModelSource pair = ModelSource.ofFile(net).withWeights(Optional.of(weights));
        assertThat(Models.completed(ModelSource.ofFile(net))).isEqualTo(pair);
        assertThat(Models.completed(ModelSource.ofFile(weights))).isEqualTo(pair);
        assertThat(Models.completed(ModelSource.ofFile(weights).withWeights(Optional.of(net))))
                .isEqualTo(pair);
        assertThat(Models.together(java.util.List.of(net, weights))).isEqualTo(pair);
        try (Network network = Models.open(weights.toString())) {
            assertThat(network.name()).isEqualTo("small");
        }
        Files.copy(weights, folder.resolve("small_iter_600.caffemodel"));
        assertThatThrownBy(() -> Models.open(net.toString()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--weights")
                .hasMessageContaining("small_iter_500.caffemodel, small_iter_600.caffemodel");
    }

    @Test
    void aNetOfAnotherNameIsTakenWhereItsLayersFit() throws IOException {
        Path weights = Files.write(
                folder.resolve("other_iter_500.caffemodel"), model(TODAY).binary());
        Files.writeString(folder.resolve("small_wide.prototxt"), TODAY.replace("num_output: 2", "num_output: 64"));
        assertThat(Models.completed(ModelSource.ofFile(weights))).isEqualTo(ModelSource.ofFile(weights));
        assertThatThrownBy(() -> Models.open(weights.toString()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("without their net; open its prototxt with these as --weights")
                .hasMessageContaining("small_wide.prototxt");

        Path net = Files.writeString(folder.resolve("small.prototxt"), TODAY);
        assertThat(Models.completed(ModelSource.ofFile(weights)))
                .isEqualTo(ModelSource.ofFile(net).withWeights(Optional.of(weights)));
    }

    @Test
    void weightsOfAnotherNetSayWhatToGive() throws IOException {
        Path net =
                Files.writeString(folder.resolve("other.prototxt"), TODAY.replace("kernel_size: 3", "kernel_size: 5"));
        Path weights =
                Files.write(folder.resolve("small.caffemodel"), model(TODAY).binary());

        assertThatThrownBy(() -> Models.open(ModelSource.ofFile(net).withWeights(Optional.of(weights))))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(net + ": ")
                .hasMessageContaining("with the weights of small.caffemodel; if they are another net's, say --weights")
                .message()
                .hasLineCount(1);
    }

    @Test
    void whatIsNoNetSaysWhatToGive() throws IOException {
        Path solver = Files.writeString(folder.resolve("solver.prototxt"), "# of a net\nnet: \"a.prototxt\"\n");
        assertThatThrownBy(() -> Models.open(solver.toString())).hasMessageContaining("how a net is trained");
        Path lonely =
                Files.write(folder.resolve("weights.caffemodel"), model(TODAY).binary());
        assertThatThrownBy(() -> Models.open(lonely.toString())).hasMessageContaining("without their net");
        Path broken =
                Files.writeString(folder.resolve("broken.prototxt"), "name: \"a\"\nlayer { name: \"b\"\n type: }\n");
        assertThatThrownBy(() -> Models.open(ModelSource.ofFile(broken).withWeights(Optional.of(lonely))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line 3: a value expected after type");
    }

    @Test
    void theUsersSizeCountsWhereNoLayerForbidsIt() throws IOException {
        String convolutions = TODAY.substring(0, TODAY.indexOf("layer { name: \"ip\""));
        CaffeModel model = model(convolutions);
        model.open(folder).close();
        ModelSource source = Models.completed(ModelSource.ofFile(folder.resolve("small.prototxt")))
                .withSize(Optional.of(new InputSize(20, 30)));
        try (Network network = Models.open(source)) {
            assertThat(network.input().toString()).isEqualTo("3 x 20 x 30");
            assertThat(network.inputSource()).isEqualTo(Source.OPTION);
        }
    }

    @Test
    void aMeanPictureBesideTheNetIsSubtracted() throws IOException {
        float[] mean = new float[3 * 12 * 12];
        java.util.Arrays.fill(mean, 100);
        Files.write(
                folder.resolve("mean.binaryproto"),
                CaffeModel.blob(new Blob(mean, 1, 3, 12, 12), false).all());
        CaffeModel model = model(TRAINING.replaceAll(
                "mean_value: \\d+ mean_value: \\d+ mean_value: \\d+",
                "mean_file: \"/somewhere/else/mean.binaryproto\""));
        try (Network network = model.open(folder)) {
            assertThat(network.preprocessing().mean().shape().toString()).isEqualTo("3 x 12 x 12");
            assertThat(network.preprocessing().shortSide()).isEqualTo(12);
        }
    }
}
