package org.zfscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.open.Bundled;

class ChartAndDiagnosisTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void chartsAreListedAndDrawn(@TempDir Path folder) {
        assertThat(Cli.run("chart").out()).contains("scene", "gratings", "checkerboards", "shapes", "colours");
        Path png = folder.resolve("shapes.png");
        assertThat(Cli.run("chart", "shapes", "--side", 64, "-o", png).code()).isZero();
        assertThat(ImageFiles.read(png).width()).isEqualTo(64);
        assertThat(Cli.run("chart", "shapes", "--side", 3, "-o", png).code()).isEqualTo(2);
        assertThat(Cli.run("chart", "shapes").code()).isEqualTo(2);
        assertThat(Cli.run("chart", "nothing", "-o", png).code()).isEqualTo(2);
    }

    @Test
    void theBundledNetworkIsHealthy() throws IOException {
        Cli described = Cli.run("describe", Bundled.NAME, "--diagnose", "--json");
        assertThat(described.code()).isZero();
        JsonNode diagnosis = JSON.readTree(described.out()).get("diagnosis");
        JsonNode conv1 = diagnosis.get("filters").get(0);
        assertThat(conv1.get("layer").asText()).isEqualTo("conv1");
        assertThat(conv1.get("dead").size())
                .isLessThanOrEqualTo(conv1.get("filters").asInt() / 20);
        for (JsonNode layer : diagnosis.get("filters")) {
            assertThat(layer.get("rmsMax").asDouble()).isLessThanOrEqualTo(0.1 + 1e-6);
        }
        JsonNode aliasing = diagnosis.get("aliasing").get(0);
        assertThat(aliasing.get("layer").asText()).isEqualTo("conv2");
        assertThat(aliasing.get("frequency").asDouble()).isEqualTo(0.5);
    }

    @Test
    void filtersSayHowHealthyTheyAre(@TempDir Path folder) {
        Cli filters = Cli.run("filters", Bundled.NAME, "--layer", "conv1", "-o", folder.resolve("filters.png"));
        assertThat(filters.out()).contains("conv1: 48 filters, RMS median", "dead", "energy low");
        assertThat(Cli.run("describe", Bundled.NAME, "--diagnose").out())
                .contains("conv5: 128 filters", "conv2: projections at the first layer's stride (2,");
    }
}
