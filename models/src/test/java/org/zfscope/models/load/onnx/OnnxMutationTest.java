package org.zfscope.models.load.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zfscope.models.SharedData;
import org.zfscope.models.io.InputException;

/** Files of real exporters with damaged bytes end in a network or in one clear line. */
class OnnxMutationTest {

    /** Of all files together; as many for each by {@code -Dzfscope.mutations=20000}. */
    private static final int MUTATIONS = Integer.getInteger("zfscope.mutations", 60);

    /** The graph's structure comes first, the weights' bytes after it. */
    private static final int STRUCTURE = 60_000;

    static Stream<Path> files() throws IOException {
        List<Path> all = new ArrayList<>(List.of(SharedData.require("data/weights/tf2onnx/captcha.onnx")));
        try (Stream<Path> files = Files.walk(SharedData.require("exports"))) {
            files.filter(file -> file.toString().endsWith(".onnx")).sorted().forEach(all::add);
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    @Timeout(3600)
    void damagedFilesLoadOrAreRefusedInOneLine(Path file, @TempDir Path folder) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(11);
        for (int round = 0; round < MUTATIONS; round++) {
            byte[] damaged = whole.clone();
            int end = round % 4 == 3 ? damaged.length : Math.min(damaged.length, STRUCTURE);
            int count = 1 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                damaged[random.nextInt(end)] = value(random);
            }
            load(Files.write(folder.resolve("model.onnx"), damaged), "round " + round);
        }
    }

    /** Small numbers and the largest are what sizes and axes are made of. */
    private static byte value(Random random) {
        return List.of(random.nextInt(), random.nextInt(8), -1, 127)
                .get(random.nextInt(4))
                .byteValue();
    }

    private static void load(Path file, String round) {
        try {
            new OnnxLoader().load(file).close();
        } catch (InputException e) {
            assertThat(e.getMessage()).as(round).startsWith(file + ": ").doesNotContain("\n", "\r");
        }
    }
}
