package org.zfscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.SharedData;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.Sha256;
import org.zfscope.models.pull.FileServer;

/** How pictures become the input, and networks that are fetched, with mouse and keys. */
@Tag("window")
class InputWindowTest {

    private final Path model = SharedData.require("golden/zf-mini/model.onnx");
    private Screen screen;

    @BeforeEach
    void open() throws Exception {
        screen = new Screen(1280, 780);
        screen.openDog();
    }

    @AfterEach
    void close() throws Exception {
        screen.close();
    }

    @Test
    void theInputIsSeenTriedAndChanged() throws Exception {
        screen.click("#top-input");
        screen.await("a preview", () -> screen.bench().input().preview().get().isPresent());
        assertThat(((Label) screen.node("#input-source")).getText()).contains("a guess");
        screen.look("input");

        screen.click("#channels-rgb");
        screen.run(() -> ((TextField) screen.node("#input-mean")).setText("127.5"));
        screen.look("input-changed");
        screen.click("#input-use");
        screen.settle();

        assertThat(screen.node("#input").isVisible()).isFalse();
        var how = screen.bench().results().network().get().orElseThrow().preprocessing();
        assertThat(how.source()).isEqualTo(Source.OPTION);
        assertThat(how.channels()).isEqualTo(Channels.RGB);
        assertThat(((Label) screen.node("#status")).getText()).contains("RGB", "127.5", "options");
        screen.look("input-used");
    }

    @Test
    void aPartIsDrawnWithTheMouseAndSeenAtOnce() throws Exception {
        screen.click("#top-input");
        screen.await("a picture", () -> screen.bench().input().picture().get().isPresent());
        screen.run(() -> {});
        RgbImage whole = Hands.on(() -> screen.bench().input().preview().get().orElseThrow());

        screen.drag("#input-crop", 0.1, 0.4);
        assertThat(screen.bench().input().part().get()).as("a line is no part").isEmpty();
        screen.drag("#input-crop", 0.05, 0.1, 0.3, 0.7);
        screen.await("a part", () -> !screen.bench().input().part().get().isEmpty());
        screen.await("another input", () -> screen.bench()
                .input()
                .preview()
                .get()
                .filter(now -> !now.equals(whole))
                .isPresent());
        screen.look("input-crop");
        screen.click("#input-use");
        screen.settle();

        assertThat(((Label) screen.node("#status")).getText()).contains("the part ");
        screen.look("input-crop-used");
    }

    @Test
    void aNetworkIsFetchedFromTheListAndCancelled(@TempDir Path folder) throws Exception {
        byte[] content = Files.readAllBytes(model);
        try (FileServer server = new FileServer(content, (exchange, before) -> {
            if (before == 0) {
                exchange.getResponseHeaders().set("ETag", "\"one\"");
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content, 0, content.length / 2);
                exchange.getResponseBody().flush();
                sleep();
            } else {
                FileServer.plain(exchange, content.length, content);
            }
        })) {
            Path offers = Files.writeString(
                    folder.resolve("offers.json"), """
                    {"networks": [{"name": "zfnet", "file": "net.onnx", "licence": "MIT", "urls": ["%s"],
                      "bytes": %d, "sha256": "%s", "card": {"name": "trained"}}]}
                    """.formatted(server.address(), content.length, Sha256.of(model)));
            System.setProperty("zfscope.cache", folder.resolve("cache").toString());
            System.setProperty("zfscope.offers", offers.toString());
            try {
                fetch();
            } finally {
                System.clearProperty("zfscope.cache");
                System.clearProperty("zfscope.offers");
            }
        }
    }

    private static void sleep() {
        try {
            TimeUnit.SECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fetch() throws Exception {
        String item = "zfnet: fetch trained weights, 0.6 MB, MIT …";
        screen.choose("#zoo", item);
        screen.await("progress", () -> screen.bench().jobs().running().stream()
                .anyMatch(job -> job.done().get() > 0.4));
        screen.look("fetch");
        screen.clickText("Cancel");
        screen.await("no job", () -> screen.bench().jobs().running().isEmpty());
        assertThat(screen.bench().title().get()).doesNotContain("trained");

        screen.click("#zoo");
        screen.await("the list", () -> screen.labeled(item).isPresent());
        screen.look("list");
        screen.clickText(item);
        screen.await("the network", () -> screen.bench().title().get().contains("trained"));
        screen.settle();
    }
}
