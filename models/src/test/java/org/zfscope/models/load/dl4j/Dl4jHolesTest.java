package org.zfscope.models.load.dl4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.InputSize;
import org.zfscope.models.load.ModelSource;

/**
 * Configurations in which any one thing is missing, null or empty. DL4J reads most of them and makes half an object; what
 * is wrong with it must be said in words, not in the name of an exception.
 */
class Dl4jHolesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    Dl4jHolesTest(@TempDir Path folder) {
        file = folder.resolve("model.zip");
    }

    @Test
    void holesInARowOfLayersAreToldInWords() throws IOException {
        MultiLayerNetwork network = new MultiLayerNetwork(builder()
                .list()
                .layer(convolution(4))
                .layer(new ZeroPaddingLayer(1, 1))
                .layer(new LocalResponseNormalization())
                .layer(new SubsamplingLayer.Builder(2, 2).build())
                .layer(new ActivationLayer(Activation.LEAKYRELU))
                .layer(new DenseLayer.Builder().nOut(6).build())
                .layer(new DropoutLayer(0.5))
                .layer(output())
                .setInputType(InputType.convolutionalFlat(8, 8, 1))
                .build());
        network.init();
        ModelSerializer.writeModel(network, file.toFile(), false);
        everyHoleIsTold();
    }

    @Test
    void holesInAGraphAreToldInWords() throws IOException {
        ComputationGraph network = new ComputationGraph(builder()
                .graphBuilder()
                .addInputs("in")
                .addLayer("a", convolution(2), "in")
                .addLayer("b", convolution(2), "in")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "a", "b")
                .addVertex("both", new MergeVertex(), "sum", "b")
                .addLayer("norm", new BatchNormalization(), "both")
                .addLayer("pool", new GlobalPoolingLayer.Builder().build(), "norm")
                .addLayer("out", output(), "pool")
                .setOutputs("out")
                .setInputTypes(InputType.convolutional(8, 8, 3))
                .build());
        network.init();
        ModelSerializer.writeModel(network, file.toFile(), false);
        everyHoleIsTold();
    }

    private static NeuralNetConfiguration.Builder builder() {
        return new NeuralNetConfiguration.Builder().activation(Activation.RELU);
    }

    private static ConvolutionLayer convolution(int filters) {
        return new ConvolutionLayer.Builder(3, 3).nOut(filters).build();
    }

    private static OutputLayer output() {
        return new OutputLayer.Builder().activation(Activation.SOFTMAX).nOut(3).build();
    }

    private void everyHoleIsTold() throws IOException {
        JsonNode good = JSON.readTree(configuration());
        Set<String> untold = new TreeSet<>();
        for (JsonPointer place : places(good, JsonPointer.empty())) {
            for (JsonNode hole : List.of(NullNode.instance, JSON.createArrayNode(), JSON.createObjectNode())) {
                write(with(good, place, hole).toString().getBytes(UTF_8));
                untold(place + " = " + hole).ifPresent(untold::add);
            }
        }
        assertThat(untold).isEmpty();
    }

    /** Where loading ends in something else than a network or a sentence. */
    private Optional<String> untold(String what) {
        try {
            new Dl4jZipLoader().load(ModelSource.ofFile(file).withSize(Optional.of(new InputSize(8, 8))));
            return Optional.empty();
        } catch (InputException e) {
            return e.message().matches(".*(Exception|Cannot (invoke|read|load|store)|lacks something).*")
                    ? Optional.of(what + ": " + e.message())
                    : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(what + ": " + e + " in " + e.getStackTrace()[0]);
        }
    }

    private static List<JsonPointer> places(JsonNode node, JsonPointer here) {
        List<JsonPointer> places = new ArrayList<>();
        node.properties().forEach(entry -> places.add(here.appendProperty(entry.getKey())));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            places.add(here.appendIndex(i));
        }
        List<JsonPointer> below = new ArrayList<>();
        places.forEach(place -> below.addAll(places(node.at(place.last()), place)));
        places.addAll(below);
        return places;
    }

    private static JsonNode with(JsonNode good, JsonPointer place, JsonNode hole) {
        JsonNode bad = good.deepCopy();
        JsonNode parent = bad.at(place.head());
        if (parent instanceof ObjectNode object) {
            object.set(place.last().getMatchingProperty(), hole);
        } else {
            ((ArrayNode) parent).set(place.last().getMatchingIndex(), hole);
        }
        return bad;
    }

    private byte[] configuration() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            return Files.readAllBytes(zip.getPath("configuration.json"));
        }
    }

    private void write(byte[] configuration) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Files.write(zip.getPath("configuration.json"), configuration);
        }
    }
}
