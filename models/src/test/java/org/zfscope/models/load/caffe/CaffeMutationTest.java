package org.zfscope.models.load.caffe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.SharedData;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.open.Models;

/** Damaged files end in a network or in one line, whatever byte is wrong. */
class CaffeMutationTest {

    /** How many mutations are tried of each file; 20,000 take some minutes: {@code -Dzfscope.mutations=20000}. */
    private static final int MUTATIONS = Integer.getInteger("zfscope.mutations", 1_000);

    private static final String FOLDER = "data/weights/caffe-cifar10/";

    @TempDir
    private Path folder;

    /** Opens a file that may be damaged, under its own name. */
    private interface Opening {
        void open(Path damaged);
    }

    @Test
    void damagedNets() throws IOException {
        Path weights = SharedData.require(FOLDER + "cifar10_quick_iter_4000.caffemodel");
        mutate("cifar10_quick.prototxt", 1, net -> open(net, weights));
    }

    @Test
    void damagedBinaryWeights() throws IOException {
        Path net = SharedData.require(FOLDER + "cifar10_quick.prototxt");
        mutate("cifar10_quick_iter_4000.caffemodel", 2, weights -> open(net, weights));
    }

    @Test
    void damagedBinaryFilesAlone() throws IOException {
        mutate("cifar10_quick_iter_4000.caffemodel", 3, file -> Models.open(
                        ModelSource.ofFile(file).withSize(Optional.of(new org.zfscope.models.load.InputSize(32, 32))))
                .close());
    }

    @Test
    void damagedHdf5Weights() throws IOException {
        Path net = SharedData.require(FOLDER + "cifar10_quick.prototxt");
        mutate("cifar10_quick_iter_5000.caffemodel.h5", 4, weights -> open(net, weights));
    }

    @Test
    void damagedMeanPictures() throws IOException {
        float[] mean = new float[3 * 8 * 8];
        Path file = Files.write(
                folder.resolve("mean.binaryproto"),
                CaffeModel.blob(new CaffeModel.Blob(mean, 1, 3, 8, 8), false).all());
        mutate(file, 5, MeanFile::read);
    }

    private static void open(Path net, Path weights) {
        Models.open(ModelSource.ofFile(net).withWeights(Optional.of(weights))).close();
    }

    private void mutate(String name, int seed, Opening opening) throws IOException {
        mutate(SharedData.require(FOLDER + name), seed, opening);
    }

    private void mutate(Path original, int seed, Opening opening) throws IOException {
        byte[] whole = Files.readAllBytes(original);
        Path damaged = folder.resolve("damaged-" + original.getFileName());
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            Files.write(damaged, Mutation.of(whole, new Random(1_000_000L * seed + i)));
            refused += refuses(damaged, i, opening) ? 1 : 0;
        }
        System.out.printf("%s: %d of %d damaged files refused%n", original.getFileName(), refused, MUTATIONS);
        assertThat(refused).isPositive();
    }

    private static boolean refuses(Path damaged, int i, Opening opening) {
        try {
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> opening.open(damaged));
            return false;
        } catch (InputException e) {
            assertThat(e.message()).as("mutation %d", i).doesNotContain("\n");
            return true;
        } catch (RuntimeException | Error e) {
            return fail("mutation " + i + " of " + damaged, e);
        }
    }
}
