package org.zfscope.models.load.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfscope.models.Network;
import org.zfscope.models.SharedData;
import org.zfscope.models.io.InputException;

/**
 * Bytes changed at random end in a network or in one clear line. All of the 20,000 that are tried before a release:
 * {@code -Dzfscope.mutations=20000}.
 */
class KerasDamageTest {

    private static final int MUTATIONS = Integer.getInteger("zfscope.mutations", 1000);

    /** Where the structure of an HDF5 file usually lies; among the weights most changes are only other weights. */
    private static final int STRUCTURE = 16_384;

    private final Path folder;

    KerasDamageTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keras-cifar10/cifar10_model.h5",
                "keras3/devanagiri.h5",
                "keras3/devnagari.keras",
                "keras3/style.keras"
            })
    @Timeout(value = 600, unit = TimeUnit.SECONDS)
    void changedBytesOfRealFiles(String name) throws IOException {
        byte[] good = Files.readAllBytes(SharedData.require("data/weights/" + name));
        int refused = refused(good, MUTATIONS / 4, 8, name, STRUCTURE);
        assertThat(refused).isBetween(1, MUTATIONS / 4);
    }

    /** A small file is nearly all structure, and so is the description in it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Timeout(value = 600, unit = TimeUnit.SECONDS)
    void changedBytesOfSmallFiles(boolean archive) throws IOException {
        byte[] good = Files.readAllBytes(archive ? stored() : hdf5());
        int refused = refused(good, MUTATIONS, 4, "small", good.length);
        assertThat(refused).isBetween(1, MUTATIONS);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.1, 0.5, 0.9})
    void filesThatEndEarly(double part) throws IOException {
        for (Path file : new Path[] {hdf5(), stored()}) {
            byte[] good = Files.readAllBytes(file);
            Path cut = folder.resolve("cut" + part);
            Files.write(cut, Arrays.copyOf(good, (int) (part * good.length)));
            assertThat(opens(cut, "cut " + part)).isFalse();
        }
    }

    /** Changes some bytes of a file, half of them at its beginning, opens it, and puts them back. */
    private int refused(byte[] good, int mutations, int most, String name, int start) throws IOException {
        Path file = folder.resolve("changed");
        Files.write(file, good);
        Random random = new Random(name.hashCode());
        int refused = 0;
        try (RandomAccessFile changed = new RandomAccessFile(file.toFile(), "rw")) {
            for (int i = 0; i < mutations; i++) {
                List<Integer> places = new ArrayList<>();
                for (int j = 1 + random.nextInt(most); j > 0; j--) {
                    int span = random.nextBoolean() ? Math.min(start, good.length) : good.length;
                    places.add(random.nextInt(span));
                    put(changed, places.get(places.size() - 1), random.nextInt());
                }
                refused += opens(file, name + " " + i) ? 0 : 1;
                for (int place : places) {
                    put(changed, place, good[place]);
                }
            }
        }
        return refused;
    }

    private static void put(RandomAccessFile file, int place, int value) throws IOException {
        file.seek(place);
        file.write(value);
    }

    private boolean opens(Path file, String which) {
        try (Network network = new KerasLoader().load(file)) {
            assertThat(network.nodes()).as(which).isNotEmpty();
            return true;
        } catch (InputException e) {
            assertThat(e.message())
                    .as(which)
                    .startsWith(file + ": ")
                    .hasLineCount(1)
                    .hasSizeLessThan(600);
            return false;
        }
    }

    private static String config() {
        return KerasText.sequential(
                "8, 8, 3",
                KerasText.layer("Conv2D", "conv", "'filters': 2, 'kernel_size': [3, 3], 'activation': 'relu'"),
                KerasText.layer("MaxPooling2D", "pool", "'pool_size': [2, 2]"),
                KerasText.layer("Flatten", "flat", ""),
                KerasText.layer("Dense", "dense", "'units': 4, 'activation': 'softmax'"));
    }

    private Path hdf5() {
        Map<String, Array> conv = new LinkedHashMap<>();
        conv.put("conv/kernel:0", Array.random(1, 3, 3, 3, 2));
        conv.put("conv/bias:0", Array.random(2, 2));
        Map<String, Array> dense = new LinkedHashMap<>();
        dense.put("dense/kernel:0", Array.random(3, 18, 4));
        dense.put("dense/bias:0", Array.random(4, 4));
        return new KerasFiles(folder).hdf5("2.11.0", config(), Map.of("conv", conv, "dense", dense));
    }

    /** Not packed, as Keras does it; a changed byte in a packed file is noticed by the zip itself. */
    private Path stored() throws IOException {
        return new KerasFiles(folder)
                .archive(
                        "3.10.0",
                        config(),
                        Map.of(
                                "layers/conv2d/vars/0", Array.random(1, 3, 3, 3, 2),
                                "layers/conv2d/vars/1", Array.random(2, 2),
                                "layers/dense/vars/0", Array.random(3, 18, 4),
                                "layers/dense/vars/1", Array.random(4, 4)));
    }

    @Test
    void entriesThatClaimToUnpackToMoreThanIsBelievable() throws IOException {
        Path file = folder.resolve("bomb.keras");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("config.json"));
            zip.write(config().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("model.weights.h5"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
        }
        assertThatThrownBy(() -> new KerasLoader().load(file))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("model.weights.h5", "unpack");
    }
}
