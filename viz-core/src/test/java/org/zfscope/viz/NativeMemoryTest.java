package org.zfscope.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Arrays lie outside Java's heap: whoever makes one closes it. To see that, a process of its own works with a heap that
 * cannot grow and without the collector that would some day free what was forgotten.
 */
class NativeMemoryTest {

    private static final int ROUNDS = 60;

    @Test
    void nothingIsForgotten() throws IOException, InterruptedException {
        Process soak = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms256m",
                        "-Xmx256m",
                        "-XX:+AlwaysPreTouch",
                        "-Dorg.nd4j.noarraygc=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MemorySoak.class.getName(),
                        String.valueOf(ROUNDS))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String grown = new String(soak.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertThat(soak.waitFor()).isZero();
        // one array that is forgotten once a round comes to more than 30 MB
        assertThat(Long.parseLong(grown)).isLessThan(20_000_000);
    }
}
