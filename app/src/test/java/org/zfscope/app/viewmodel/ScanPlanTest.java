package org.zfscope.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.app.ChartPictures;
import org.zfscope.app.engine.Catalogue;

/** What is asked before a scan, and where its index goes. */
class ScanPlanTest {

    private final Path folder;
    private final Path pictures;
    private final Workbench bench = new Workbench(new OnTheSpot());
    private final Optional<String> cache = Optional.ofNullable(System.getProperty("zfscope.cache"));

    ScanPlanTest(@TempDir Path folder) {
        this.folder = folder;
        this.pictures = folder.resolve("pictures");
    }

    @BeforeEach
    void open() {
        System.setProperty("zfscope.cache", folder.resolve("cache").toString());
        ChartPictures.draw(pictures, 3);
        bench.opening().openModel("bundled");
    }

    @AfterEach
    void close() {
        bench.close();
        System.clearProperty("zfscope.cache");
        cache.ifPresent(before -> System.setProperty("zfscope.cache", before));
    }

    @Test
    void theFolderThatWasDroppedIsProposedAndItsIndexGoesToTheCache() {
        bench.opening().open(List.of(pictures));

        assertThat(bench.plan().folder().get()).isEqualTo(pictures.toString());
        assertThat(bench.plan().file().get()).isEqualTo("pictures");
        bench.plan().scan();
        assertThat(folder.resolve("cache/indexes/bundled/pictures.json")).exists();
        assertThat(bench.choices().index().get().orElseThrow().index().complete())
                .isTrue();

        bench.plan().open().set(true);
        assertThat(bench.plan().known()).extracting(KnownIndex::name).containsExactly("pictures");
    }

    @Test
    void strongestPicturesOfANetworkThatWasScannedWithBeforeAreThereAtOnce() {
        bench.plan().folder().set(pictures.toString());
        bench.plan().scan();
        bench.choices().index().set(Optional.empty());
        bench.choices().kind().set(Catalogue.MAPS);

        bench.choices().kind().set(Catalogue.TOP_9);

        assertThat(bench.choices().index().get().orElseThrow().file())
                .isEqualTo(folder.resolve("cache/indexes/bundled/pictures.json"));
    }

    @Test
    void whatIsWrongWithAPlanIsSaidBesideItAndThePlanStaysOpen() throws Exception {
        bench.plan().open().set(true);

        bench.plan().scan();
        assertThat(bench.plan().folderProblem().get()).contains("name a folder");

        bench.plan().folder().set(folder.resolve("nothing").toString());
        assertThat(bench.plan().folderProblem().get()).isEmpty();
        bench.plan().scan();
        assertThat(bench.plan().folderProblem().get()).contains("nothing").contains("no such folder");

        bench.plan().folder().set(pictures.toString());
        bench.plan()
                .file()
                .set(Files.writeString(folder.resolve("x.json"), "none").toString());
        bench.plan().scan();
        assertThat(bench.plan().fileProblem().get()).contains("x.json");
        assertThat(bench.plan().folderProblem().get()).isEmpty();
        assertThat(bench.plan().open().get()).isTrue();
        assertThat(bench.inspector().message().get()).isEmpty();
    }
}
