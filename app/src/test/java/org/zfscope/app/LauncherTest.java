package org.zfscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    @Test
    void filesAreOpenedInTheWindowAndCommandsRun(@TempDir Path folder) throws IOException {
        String file = Files.createFile(folder.resolve("net.onnx")).toString();

        assertThat(Launcher.areFiles(file)).isTrue();
        assertThat(Launcher.areFiles(file, folder.toString())).isTrue();
        assertThat(Launcher.areFiles(file, folder.resolve("missing.png").toString()))
                .isFalse();
        assertThat(Launcher.areFiles("describe", file)).isFalse();
        assertThat(Launcher.areFiles("--help")).isFalse();
    }

    @Test
    @Timeout(60)
    @EnabledOnOs(OS.LINUX)
    void withoutAScreenItSaysSoInOneLine() throws IOException, InterruptedException {
        ProcessBuilder window = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName())
                .redirectErrorStream(true);
        window.environment().remove("DISPLAY");

        Process child = window.start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(child.waitFor()).as(said).isEqualTo(1);
        assertThat(said.lines()).hasSize(1);
        assertThat(said).startsWith("zfscope: the window cannot open").contains("set DISPLAY");
    }
}
