package org.zfscope.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.SharedData;
import org.zfscope.models.io.Sha256;
import org.zfscope.models.pull.FileServer;

/** The list of networks: what is opened, and what is fetched first. */
class NetworksTest {

    private final Path model = SharedData.require("golden/zf-mini/model.onnx");
    private final byte[] content = Files.readAllBytes(model);
    private final FileServer server;
    private final Workbench bench;

    NetworksTest(@TempDir Path folder) throws IOException {
        server = new FileServer(content, (exchange, before) -> FileServer.plain(exchange, content.length, content));
        Path offers = Files.writeString(
                folder.resolve("offers.json"), """
                {"networks": [{"name": "zfnet", "file": "net.onnx", "licence": "MIT", "urls": ["%s"],
                  "bytes": %d, "sha256": "%s", "card": {"name": "trained"}}]}
                """.formatted(server.address(), content.length, Sha256.of(model)));
        System.setProperty("zfscope.cache", folder.resolve("cache").toString());
        System.setProperty("zfscope.offers", offers.toString());
        bench = new Workbench(new OnTheSpot());
    }

    @AfterEach
    void close() {
        bench.close();
        server.close();
        System.clearProperty("zfscope.cache");
        System.clearProperty("zfscope.offers");
    }

    private KnownNetwork line(String beginning) {
        return bench.networks().all().stream()
                .filter(n -> n.title().startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNetworkIsFetchedAndOpenedAndRandomOnesStay() {
        assertThat(bench.networks().all())
                .extracting(KnownNetwork::title)
                .contains("bundled", "zfnet, random weights (seed 1)", "zfnet: fetch trained weights, 0.6 MB, MIT …");

        bench.networks().choose(line("zfnet: fetch"));

        assertThat(bench.inspector().message().get()).isEmpty();
        assertThat(bench.title().get()).contains("trained").doesNotContain("random");
        assertThat(bench.networks().all())
                .extracting(KnownNetwork::title)
                .contains("zfnet", "zfnet, random weights (seed 1)")
                .noneMatch(title -> title.contains("fetch"));

        bench.networks().choose(line("zfnet, random"));
        assertThat(bench.title().get()).contains("zfnet, random weights (seed 1)");
    }

    @Test
    void whatCannotBeFetchedIsSaid() throws IOException {
        server.content = new byte[] {1};
        server.close();

        bench.networks().choose(line("zfnet: fetch"));

        assertThat(bench.inspector().message().get().orElseThrow().text()).contains("--file");
        assertThat(bench.results().network().get()).isEmpty();
    }

    @Test
    void aSessionRemembersRandomWeightsAsSuch() {
        bench.opening().openModel("zfnet");
        SavedState state = bench.session().state(false, java.util.List.of(), java.util.List.of());
        assertThat(state.model()).isEqualTo("random:zfnet");
        bench.networks().choose(line("zfnet: fetch"));
        assertThat(bench.session()
                        .state(false, java.util.List.of(), java.util.List.of())
                        .model())
                .endsWith("net.onnx");
    }
}
