package org.zfscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints where the time goes from the start of the virtual machine to the first painted maps: {@code app/start}. */
@Tag("benchmark")
class StartBenchmark {

    private static final int TIMES = 3;

    @Test
    void measure(@TempDir Path folder) throws Exception {
        for (int i = 1; i <= TIMES; i++) {
            System.out.println("start " + i + ", since the virtual machine was asked for");
            List<String> command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-Xlog:disable",
                    "-Dzfscope.state=" + folder.resolve("window.json"),
                    "-cp",
                    System.getProperty("java.class.path"),
                    StartProbe.class.getName());
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            System.out.print(said);
            assertThat(process.waitFor()).isZero();
            assertThat(said).contains("first maps painted");
        }
    }
}
