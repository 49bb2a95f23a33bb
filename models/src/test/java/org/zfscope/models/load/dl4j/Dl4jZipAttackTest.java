package org.zfscope.models.load.dl4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.zfscope.models.io.InputException;

/** Files that are broken, or want to break something. */
class Dl4jZipAttackTest {

    private static final int PARAMETERS = 3 * 3 * 2 + 2 + 2 * 16 * 3 + 3;

    private final Path file;
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    Dl4jZipAttackTest(@TempDir Path folder) {
        file = folder.resolve("model.zip");
    }

    @BeforeEach
    void aGoodModel() throws IOException {
        entries.put("configuration.json", configuration().getBytes(UTF_8));
        entries.put("coefficients.bin", coefficients(new float[PARAMETERS]));
    }

    private static String configuration() {
        return configuration(new ConvolutionLayer.Builder(3, 3)
                .nOut(2)
                .activation(Activation.RELU)
                .build());
    }

    private static String configuration(org.deeplearning4j.nn.conf.layers.Layer first) {
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .list()
                .layer(first)
                .layer(new OutputLayer.Builder()
                        .activation(Activation.SOFTMAX)
                        .nOut(3)
                        .build())
                .setInputType(InputType.convolutionalFlat(6, 6, 1))
                .build();
        return configuration.toJson();
    }

    private static byte[] coefficients(float[] values) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Nd4j.write(Nd4j.createFromArray(values).reshape(1, values.length), new DataOutputStream(out));
        return out.toByteArray();
    }

    private void write() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
    }

    private void refused(String... because) {
        assertThatThrownBy(() -> new Dl4jZipLoader().load(file))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContainingAll(because)
                .message()
                .hasLineCount(1)
                .hasSizeLessThan(600);
    }

    @Test
    void theGoodModelIsGood() throws IOException {
        write();
        assertThat(new Dl4jZipLoader().load(file).parameters()).isEqualTo(PARAMETERS);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9, 0.99})
    void truncatedZips(double part) throws IOException {
        write();
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, (int) (part * all.length)));
        refused("zip");
    }

    @Test
    void zipsOfSomethingElse() throws IOException {
        entries.clear();
        entries.put("data.pkl", new byte[10]);
        write();
        refused("configuration.json", "data.pkl");
    }

    @Test
    void zipsWithoutWeights() throws IOException {
        entries.remove("coefficients.bin");
        write();
        refused("coefficients.bin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"preprocessor.bin", "updaterState.bin", "configuration.json", "anything"})
    void serializedJavaObjectsWhereverTheyAre(String entry) throws IOException {
        entries.put(entry, new byte[] {(byte) 0xAC, (byte) 0xED, 0, 5, 's', 'r'});
        write();
        refused(entry, "serialized Java object", "save the model again without it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javax.swing.JEditorPane",
                "org.nd4j.shade.jackson.databind.JsonNode",
                "com.sun.rowset.JdbcRowSetImpl",
                "org.deeplearning4jx.Evil",
                ""
            })
    void classesThatAreNotOfDl4j(String type) throws IOException {
        String json = configuration().replace("org.deeplearning4j.nn.conf.layers.ConvolutionLayer", type);
        entries.put("configuration.json", json.getBytes(UTF_8));
        write();
        refused("configuration.json", "class " + type);
    }

    @Test
    void classNamesInDisguise() throws IOException {
        String json =
                configuration().replaceFirst("\"@class\" : \"org.deeplearning4j", "\"\\\\u0040class\" : \"\\\\u0078");
        assertThat(json).contains("\\u0040class");
        entries.put("configuration.json", json.getBytes(UTF_8));
        write();
        refused("configuration.json", "class x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "null",
                "{\"confs\": []}",
                "{\"confs\": null}",
                "{\"confs\": [null]}",
                "{\"confs\": [{}]}",
                "{\"vertices\": {}}",
                "{\"vertices\": {}, \"networkInputs\": [\"a\"], \"networkOutputs\": [\"b\"]}",
                "{\"vertices\": {\"b\": null}, \"networkInputs\": [\"a\"], \"networkOutputs\": [\"b\"]}",
                "{\"confs\": 3, \"@class\": {\"a\": 1}}"
            })
    void configurationsThatMeanNothing(String json) throws IOException {
        entries.put("configuration.json", json.getBytes(UTF_8));
        write();
        refused("");
    }

    @Test
    void configurationsNestedBeyondReason() throws IOException {
        entries.put(
                "configuration.json", "{\"confs\":".concat("[".repeat(100_000)).getBytes(UTF_8));
        write();
        refused("configuration.json");
    }

    @Test
    void configurationsBeyondReasonInSize() throws IOException {
        entries.put("configuration.json", " ".repeat(Dl4jJson.MAX_BYTES + 1).getBytes(UTF_8));
        write();
        refused("configuration.json", "more than");
    }

    @ParameterizedTest
    @CsvSource({"-1", "1", "1000"})
    void weightsThatAreNotAsManyAsNeeded(int more) throws IOException {
        entries.put("coefficients.bin", coefficients(new float[PARAMETERS + more]));
        write();
        refused("coefficients.bin", "" + (PARAMETERS + more), "" + PARAMETERS);
    }

    @Test
    void weightsThatEndEarlyOrLate() throws IOException {
        byte[] good = coefficients(new float[PARAMETERS]);
        entries.put("coefficients.bin", Arrays.copyOf(good, good.length - 1));
        write();
        refused("coefficients.bin", "ends before");
        entries.put("coefficients.bin", Arrays.copyOf(good, 50));
        write();
        refused("coefficients.bin", "ends before");
        entries.put("coefficients.bin", Arrays.copyOf(good, good.length + 1));
        write();
        refused("coefficients.bin", "goes on");
        entries.put("coefficients.bin", new byte[0]);
        write();
        refused("coefficients.bin");
        entries.put("coefficients.bin", "hello, this is not an array".getBytes(UTF_8));
        write();
        refused("coefficients.bin", "no ND4J array");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void weightsThatAreNoNumbers(float value) throws IOException {
        float[] values = new float[PARAMETERS];
        values[77] = value;
        entries.put("coefficients.bin", coefficients(values));
        write();
        refused("coefficients.bin", "" + value);
    }

    @Test
    void namesThatWouldBreakTheMessage() throws IOException {
        String json = configuration(new ConvolutionLayer.Builder(3, 3)
                .nOut(2)
                .activation(Activation.TANH)
                .name("a\nb\u001b[31m" + "c".repeat(100_000))
                .build());
        entries.put("configuration.json", json.getBytes(UTF_8));
        write();
        refused("layer a b");
    }

    @Test
    void layersThatAreNotSupported() throws IOException {
        String json = configuration(new ConvolutionLayer.Builder(3, 3)
                .nOut(2)
                .activation(Activation.TANH)
                .build());
        entries.put("configuration.json", json.getBytes(UTF_8));
        write();
        refused("layer0", "tanh");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"nin\" : 1', '\"nin\" : 9223372036854775807'",
        "'\"nin\" : 1', '\"nin\" : -1'",
        "'\"nout\" : 2', '\"nout\" : 2000000000'",
        "'\"kernelSize\" : [ 3, 3 ]', '\"kernelSize\" : [ 2147483647, 2147483647 ]'",
        "'\"kernelSize\" : [ 3, 3 ]', '\"kernelSize\" : [ ]'",
        "'\"stride\" : [ 1, 1 ]', '\"stride\" : [ 0, 1 ]'",
        "'\"stride\" : [ 1, 1 ]', '\"stride\" : null'",
        "'\"padding\" : [ 0, 0 ]', '\"padding\" : [ 2000000000, 0 ]'",
        "'\"inputHeight\" : 6', '\"inputHeight\" : 1000000000'",
        "'\"convolutionMode\" : \"Truncate\"', '\"convolutionMode\" : \"Causal\"'",
    })
    void numbersBeyondReason(String good, String bad) throws IOException {
        assertThat(configuration()).contains(good);
        entries.put("configuration.json", configuration().replace(good, bad).getBytes(UTF_8));
        write();
        refused("");
    }

    @Test
    void zipBombs() throws IOException {
        int units = 20_000_000;
        String json = configuration(
                new DenseLayer.Builder().nOut(units).activation(Activation.RELU).build());
        long parameters = 36L * units + units + 3L * units + 3;
        entries.put("configuration.json", json.getBytes(UTF_8));
        entries.remove("coefficients.bin");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("configuration.json"));
            zip.write(json.getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("coefficients.bin"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
        }
        assertThat(parameters).isGreaterThan(800_000_000);
        refused("coefficients.bin", "unpack");
    }
}
