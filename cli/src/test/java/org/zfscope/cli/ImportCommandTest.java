package org.zfscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.SharedData;

/** Networks of others as files of our own. */
class ImportCommandTest {

    private final Path folder;

    ImportCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static Path squeezeNet() {
        return SharedData.require("golden/squeezenet-1.1/model.onnx");
    }

    private static Path dog() {
        return SharedData.require("data/pictures/dog.jpg");
    }

    @Test
    void anImportedNetworkSaysTheSame() {
        Path ours = folder.resolve("ours.zip");
        Cli run = Cli.run("import", squeezeNet(), "-o", ours);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("ours.zip", "a guess");

        assertThat(Cli.run("classify", ours, dog(), "--json").out())
                .isEqualTo(Cli.run("classify", squeezeNet(), dog(), "--json").out());
        assertThat(Cli.run("describe", ours).out())
                .isEqualTo(Cli.run("describe", squeezeNet()).out());
    }

    @Test
    void optionsAreKept() {
        Path ours = folder.resolve("ours.zip");
        assertThat(Cli.run("import", squeezeNet(), "--channels", "bgr", "--fit", "pad", "-o", ours)
                        .code())
                .isZero();
        assertThat(Cli.run("describe", ours).out()).contains("pictures: BGR", "then pad", "options");
    }

    @Test
    void randomWeightsStayRandom() {
        Path ours = folder.resolve("ours.zip");
        assertThat(Cli.run("import", "random:alexnet", "-o", ours).out()).contains("random weights (seed 1)");
        assertThat(Cli.run("describe", ours).out()).contains("weights: random weights (seed 1)");
    }

    @Test
    void aNetworkIsNotWrittenOverItself() throws IOException {
        Path ours = folder.resolve("ours.zip");
        Files.copy(squeezeNet(), ours);
        Cli run = Cli.run("import", ours, "-o", ours);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("name another one").hasLineCount(1);
        assertThat(ours).hasSameBinaryContentAs(squeezeNet());
    }
}
