package org.zfscope.models.load.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zfscope.models.Network;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.InputSize;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.open.Models;
import org.zfscope.models.zoo.torchvision.Blueprint;
import org.zfscope.models.zoo.torchvision.Sides;
import org.zfscope.models.zoo.torchvision.Torchvision;

/** What cannot be used is refused in one line that names the file and says what is wrong. */
class SafetensorsBadInputTest {

    /** Of the longer test, by {@code -Dzfscope.mutations=20000}. */
    private static final int MUTATIONS = Integer.getInteger("zfscope.mutations", 1_000);

    private final Path file;

    SafetensorsBadInputTest(@TempDir Path folder) {
        file = folder.resolve("model.safetensors");
    }

    private ThrowableAssertAlternative<InputException> refused(byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return refused(ModelSource.ofFile(file));
    }

    private ThrowableAssertAlternative<InputException> refused(ModelSource source) {
        return assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> new SafetensorsLoader().load(source))
                .withMessageStartingWith(file + ": ")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", "\r"));
    }

    private static byte[] json(String header, int data) {
        return SafetensorsFile.bytes(header, new byte[data]);
    }

    private static String tensor(String dtype, String shape, String offsets) {
        return "{\"w\": {\"dtype\": \"" + dtype + "\", \"shape\": " + shape + ", \"data_offsets\": " + offsets + "}}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    F32  | [2]          | [0, 8]   | 7  | its tensors need 8 bytes, found 7: copy or download the file again
                    F32  | [2]          | [0, 8]   | 9  | need 8 bytes, found 9
                    F32  | [2]          | [0, 4]   | 4  | F32 of 2 need 8 bytes, its data_offsets span 4
                    F16  | [2, 3]       | [0, 8]   | 8  | F16 of 2 x 3 need 12 bytes
                    F32  | [1]          | [4, 8]   | 8  | tensor w: its bytes are 4 to 8
                    F32  | [1]          | [8, 4]   | 8  | span -4
                    I64  | [1]          | [8, 4]   | 8  | tensor w: its bytes are 8 to 4
                    F32  | [-1]         | [0, 4]   | 4  | whole numbers
                    F32  | [1.5]        | [0, 4]   | 4  | whole numbers
                    F32  | "x"          | [0, 4]   | 4  | whole numbers
                    F32  | [1]          | [0]      | 4  | whole numbers
                    F32  | [1]          | [0, 1e99]| 4  | whole numbers
                    F32  | [1,1,1,1,1,1,1,1,1] | [0, 4] | 4 | whole numbers
                    F32  | [4294967296, 4294967296] | [0, 4] | 4 | more numbers than there can be
                    F64  | [9223372036854775807] | [0, 4] | 4 | more numbers than there can be
                    """)
    void headersThatDoNotGoWithTheFile(String dtype, String shape, String offsets, int data, String says) {
        refused(json(tensor(dtype, shape, offsets), data)).withMessageContaining(says);
    }

    @Test
    void whatIsNoHeader() {
        refused(new byte[0]).withMessageContaining("0 bytes");
        refused(new byte[] {2, 0, 0, 0, 0, 0, 0, 0, '{'}).withMessageContaining("expected 2 to");
        refused(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, '{', '}'}).withMessageContaining("18446744073709551615");
        refused(json("{\"a\": 1", 0)).withMessageContaining("no JSON");
        refused(json("[1, 2]", 0)).withMessageContaining("no JSON object");
        refused(json("{} {}", 0)).withMessageContaining("no JSON");
        refused(json("{\"w\": 1}", 0)).withMessageContaining("tensor w");
        refused(json("{\"a\": 1, \"a\": 2}", 0)).withMessageContaining("Duplicate");
        refused(json("{\"__metadata__\": {\"zfscope\": \"{}\"}}", 0)).withMessageContaining("none of the networks");
        refused(json("[".repeat(100_000), 0)).withMessageContaining("no JSON");
    }

    @Test
    void tensorsThatOverlap() {
        SafetensorsFile overlapping = new SafetensorsFile("F32")
                .tensor("a", Sides.of(2), new float[2])
                .entry("b", "F32", Sides.of(1), 4, 8);
        refused(overlapping.bytes()).withMessageContaining("tensor b: its bytes are 4 to 8");
    }

    private static Map<String, Sides> resnet() {
        return new LinkedHashMap<>(
                Torchvision.blueprint("resnet18", 4).map(Blueprint::tensors).orElseThrow());
    }

    private byte[] with(Consumer<Map<String, Sides>> change, String type) {
        Map<String, Sides> tensors = resnet();
        change.accept(tensors);
        SafetensorsFile made = new SafetensorsFile(type);
        tensors.forEach((name, sides) -> {
            float[] values = new float[(int) sides.count()];
            Arrays.fill(values, name.endsWith("running_var") ? 1 : 0);
            made.tensor(name, sides, values);
        });
        return made.bytes();
    }

    @Test
    void tensorsThatDoNotFitAreNamed() {
        refused(with(tensors -> tensors.put("layer3.0.conv2.weight", Sides.of(256, 256, 1, 1)), "F16"))
                .withMessageContaining("nearest to those of resnet18 (101 of 102 fit)")
                .withMessageContaining(
                        "tensor layer3.0.conv2.weight is expected to be 256 x 256 x 3 x 3, found 256 x 256 x 1 x 1");
        refused(with(tensors -> tensors.remove("layer4.1.bn2.running_mean"), "F16"))
                .withMessageContaining("tensor layer4.1.bn2.running_mean of 512 is expected, found none");
        refused(with(tensors -> tensors.put("layer1.0.se.fc1.weight", Sides.of(4, 64)), "F16"))
                .withMessageContaining("tensor layer1.0.se.fc1.weight of 4 x 64 is not expected");
        refused(with(tensors -> tensors.keySet().removeIf(name -> name.startsWith("layer")), "F16"))
                .withMessageContaining("none of the networks that zfscope builds for PyTorch's weights (vgg11,");
    }

    @Test
    void weightsOfAnotherArchitectureAreCalledSo() throws IOException {
        Files.write(file, with(tensors -> {}, "F16"));
        Optional<Path> weights = Optional.of(file);
        refused(ModelSource.ofArchitecture("resnet34").withWeights(weights))
                .withMessageContaining(
                        "these are no weights of resnet34: tensor layer1.2.conv1.weight of 64 x 64 x 3 x 3")
                .withMessageEndingWith("they are nearest to resnet18");
        refused(ModelSource.ofArchitecture("zfnet").withWeights(weights))
                .withMessageContaining("zfnet is no network that takes PyTorch's weights; those are vgg11,");
        ModelSource tiny = ModelSource.ofFile(file).withSize(Optional.of(new InputSize(1, 1)));
        new SafetensorsLoader().load(tiny).close();
    }

    @Test
    void numbersThatAreNoWeights() {
        byte[] whole = with(tensors -> {}, "F32");
        whole[whole.length - 1] = 0x7F;
        whole[whole.length - 2] = (byte) 0x80;
        refused(whole).withMessageContaining("tensor fc.bias holds Infinity");
        SafetensorsFile integers = new SafetensorsFile("F16");
        resnet().forEach((name, sides) ->
                integers.raw(name, "I8", sides, new byte[(int) sides.count()], (int) sides.count()));
        refused(integers.bytes()).withMessageContaining("tensor conv1.weight holds numbers of the type I8");
    }

    @Test
    void variancesArePositive() {
        SafetensorsFile negative = new SafetensorsFile("F16");
        resnet().forEach((name, sides) -> {
            float[] values = new float[(int) sides.count()];
            Arrays.fill(values, -1);
            negative.tensor(name, sides, values);
        });
        refused(negative.bytes()).withMessageContaining("tensor bn1.running_var has -1.0, but variances are above 0");
    }

    /** The header is damaged in three rounds of four, so that what it says of the bytes is tried most. */
    @Test
    void filesWithDamagedBytesLoadOrAreRefusedAndNothingElse() throws IOException {
        SafetensorsFile made = new SafetensorsFile("BF16");
        Torchvision.blueprint("squeezenet1_1", 2).orElseThrow().tensors().forEach((name, sides) -> {
            made.tensor(name, sides, new float[(int) sides.count()]);
        });
        byte[] whole = made.bytes();
        Files.write(file, whole);
        int header = 8 + ((whole[0] & 255) | ((whole[1] & 255) << 8) | ((whole[2] & 255) << 16));
        ModelSource source = ModelSource.ofFile(file).withSize(Optional.of(new InputSize(32, 32)));
        Random random = new Random(11);
        int opened = 0;
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            for (int round = 0; round < MUTATIONS; round++) {
                int end = round % 4 == 3 ? whole.length : round % 16 == 0 ? 9 : header;
                int[] places = random.ints(1 + random.nextInt(3), 0, end).toArray();
                for (int place : places) {
                    put(bytes, place, random.nextInt(4) == 0 ? '0' + random.nextInt(10) : random.nextInt(256));
                }
                opened += opens(source) ? 1 : 0;
                for (int place : places) {
                    put(bytes, place, whole[place]);
                }
            }
        }
        assertThat(opened).isBetween(MUTATIONS / 10, MUTATIONS * 9 / 10);
    }

    private static void put(RandomAccessFile bytes, int place, int value) throws IOException {
        bytes.seek(place);
        bytes.write(value);
    }

    private boolean opens(ModelSource source) {
        try (Network network = Models.open(source)) {
            return network.parameters() > 0;
        } catch (InputException e) {
            assertThat(e.getMessage()).startsWith(file + ": ").doesNotContain("\n");
            return false;
        }
    }
}
