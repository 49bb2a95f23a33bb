package org.zfscope.viz.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.MachineException;
import org.zfscope.models.load.ModelSource;
import org.zfscope.viz.analysis.Dataset;
import org.zfscope.viz.analysis.Rank;
import org.zfscope.viz.analysis.TinyWorld;
import org.zfscope.viz.analysis.TopActivations;
import org.zfscope.viz.analysis.Tops;

class IndexedScanTest {

    private static final int PICTURES = 120;
    private static final int KILLS = 20;
    private static final TopActivations.Listener NOBODY = (done, total, soFar) -> {};

    private final Path folder;
    private final Dataset dataset;

    IndexedScanTest(@TempDir Path folder) {
        this.folder = folder;
        this.dataset = TinyWorld.pictures(folder.resolve("pictures"), PICTURES);
    }

    @Test
    void anIndexComesBackAsItWas() throws IOException {
        TopIndex index = scan(dataset, "a.json", 5).start(NOBODY);

        TopIndex.read(file("a.json")).write(file("b.json"));

        assertThat(Files.readAllBytes(file("b.json"))).isEqualTo(Files.readAllBytes(file("a.json")));
        assertThat(TopIndex.read(file("a.json")).hits("relu2", 3)).isEqualTo(index.hits("relu2", 3));
    }

    @Test
    void threePartsMergeToTheWhole() throws IOException {
        scan(dataset, "whole.json", 5).start(NOBODY);
        TopIndex first = scan(dataset.part(1, 3), "1.json", 5).start(NOBODY);
        TopIndex second = scan(dataset.part(2, 3), "2.json", 5).start(NOBODY);
        TopIndex third = scan(dataset.part(3, 3), "3.json", 5).start(NOBODY);

        third.merge(first).merge(second).write(file("merged.json"));

        assertThat(Files.readAllBytes(file("merged.json"))).isEqualTo(Files.readAllBytes(file("whole.json")));
    }

    @Test
    void partsThatOverlapOrWereMadeOtherwiseAreRefused() {
        TopIndex first = scan(dataset.part(1, 3), "1.json", 5).start(NOBODY);
        TopIndex half = scan(dataset.part(1, 2), "2.json", 5).start(NOBODY);
        TopIndex four = scan(dataset.part(3, 3), "3.json", 4).start(NOBODY);

        assertThatThrownBy(() -> first.merge(half))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("overlap");
        assertThatThrownBy(() -> first.merge(four))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("4 by MAX");
    }

    @Test
    void resumingUnderOtherOptionsOrOverOtherPicturesIsRefused() {
        stopAfter(40);

        assertThatThrownBy(() -> scan(dataset, "index.json", 4).resume(NOBODY)).hasMessageContaining("was begun with");
        assertThatThrownBy(() -> scan(dataset.part(1, 2), "index.json", 5).resume(NOBODY))
                .hasMessageContaining("60 in");
        assertThatThrownBy(() -> scan(dataset, "index.json", 5).start(NOBODY)).hasMessageContaining("--resume");
    }

    @Test
    void resumingOnAnotherEngineIsRefused() throws IOException {
        stopAfter(40);
        Path file = file("index.json");
        String text = Files.readString(file);
        assertThat(text).contains("\"engine\":\"" + TinyWorld.network().engine().name() + "\"");
        Files.writeString(file, text.replaceFirst("\"engine\":\"[a-z0-9]+\"", "\"engine\":\"abacus\""));
        assertThatThrownBy(() -> scan(dataset, "index.json", 5).resume(NOBODY))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("engine abacus");
    }

    @Test
    void indexesThatDoNotSayTheirEngineAreOfTheFirstOne() throws IOException {
        stopAfter(40);
        Path file = file("index.json");
        Files.writeString(file, Files.readString(file).replaceFirst(",\"engine\":\"[a-z0-9]+\"", ""));
        assertThat(TopIndex.read(file).identity().engine()).isEqualTo("nd4j");
    }

    @Test
    void aStoppedScanGoesOn() throws IOException {
        scan(dataset, "whole.json", 5).start(NOBODY);
        stopAfter(40);
        assertThat(TopIndex.read(file("index.json")).tops().done()).isEqualTo(40);

        scan(dataset, "index.json", 5).resume(NOBODY);

        assertThat(Files.readAllBytes(file("index.json"))).isEqualTo(Files.readAllBytes(file("whole.json")));
    }

    /** Another request may come while a batch is on its way through the layers. */
    @Test
    void aScanStoppedWithinABatchGoesOnFromTheBatchBefore() throws IOException {
        scan(dataset, "whole.json", 5).start(NOBODY);
        assertThatThrownBy(() -> scan(dataset, "index.json", 5).start(new StoppedWithinABatch()))
                .isInstanceOf(CancellationException.class);
        assertThat(TopIndex.read(file("index.json")).tops().done()).isEqualTo(40);

        scan(dataset, "index.json", 5).resume(NOBODY);

        assertThat(Files.readAllBytes(file("index.json"))).isEqualTo(Files.readAllBytes(file("whole.json")));
    }

    private static final class StoppedWithinABatch implements TopActivations.Listener {

        private static final int LAYERS_OF_NEXT = 6; // after four pictures were waited for

        private long done;
        private int times;

        @Override
        public void meanwhile() {
            times++;
            if (done == 40 && times == LAYERS_OF_NEXT) {
                throw new CancellationException();
            }
        }

        @Override
        public void scanned(long now, long total, Tops soFar) {
            done = now;
            times = 0;
        }
    }

    @Test
    void damagedIndexesAreRefused() throws IOException {
        scan(dataset, "whole.json", 5).start(NOBODY);
        String whole = Files.readString(file("whole.json"));
        for (String bad : List.of(
                "",
                "null",
                "{}",
                "[1]",
                whole.substring(0, whole.length() / 2),
                whole.replace(",0,", ",-9,"),
                whole.replaceFirst("\\[\\[\\[[^\\]]*\\]", "[[null"),
                whole.replaceFirst("\\[\\[\\[[^\\]]*\\]", "[null,["),
                whole.replaceFirst("\"pictures\":\\[", "\"pictures\":[null,"),
                whole.replaceFirst("\"pictures\":\\[", "\"pictures\":[[\"zz\",\"\"],"),
                whole.replaceFirst("\"pictures\":\\[", "\"pictures\":[[\"a\",\"\",\"b\"],"),
                whole.replaceFirst("\"pictures\":\\[", "\"pictures\":[[\"a\"],"),
                whole.replaceFirst("\"pictures\":\\[", "\"pictures\":[[1,2],"),
                whole.replaceFirst("\"fired\":\\[", "\"fired\":[null,"),
                whole.replaceFirst("\"layers\":\\[\"", "\"layers\":[null,\""),
                whole.replaceFirst("\"skipped\":\\[", "\"skipped\":[null"),
                whole.replaceFirst("\"k\":5", "\"k\":null"),
                whole.replaceFirst("\"k\":5", "\"k\":2000000000"),
                whole.replaceFirst("\"root\":\"[^\"]*\"", "\"root\":null"),
                whole.replaceFirst("\"root\":\"[^\"]*\"", "\"root\":[3]"))) {
            assertThat(bad).isNotEqualTo(whole);
            Files.writeString(file("bad.json"), bad);
            assertThatThrownBy(() -> TopIndex.read(file("bad.json")))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("bad.json");
        }
    }

    /** Whether a picture can be had is the machine's business; whether it is damaged, the picture's. */
    @Test
    void aPictureThatIsGoneEndsTheScanAndIsNotSkipped() throws IOException {
        scan(dataset, "whole.json", 5).start(NOBODY);
        Path last = dataset.file(dataset.items().get(PICTURES - 1));
        Path away = folder.resolve("away");
        Files.move(last, away);

        assertThatThrownBy(() -> scan(dataset, "index.json", 5).start(NOBODY))
                .isInstanceOf(MachineException.class)
                .hasMessageContaining(last.getFileName().toString());
        assertThat(TopIndex.read(file("index.json")).tops().done()).isEqualTo(PICTURES - 4);
        assertThat(TopIndex.read(file("index.json")).tops().skipped()).isEmpty();

        Files.move(away, last);
        scan(dataset, "index.json", 5).resume(NOBODY);
        assertThat(Files.readAllBytes(file("index.json"))).isEqualTo(Files.readAllBytes(file("whole.json")));
    }

    @Test
    void whatWasDoneBeforeIsToldFirst() {
        stopAfter(40);
        List<Long> told = new ArrayList<>();
        scan(dataset, "index.json", 5).resume(new TopActivations.Listener() {
            @Override
            public void begins(long done) {
                told.add(done);
            }

            @Override
            public void scanned(long done, long total, Tops soFar) {
                told.add(done);
            }
        });
        assertThat(told).startsWith(40L, 44L, 48L);
    }

    @Test
    void twoScansDoNotWriteOneIndex() {
        scan(dataset, "index.json", 5).start((done, total, soFar) -> {
            if (done == 40) {
                assertThatThrownBy(() -> scan(dataset, "index.json", 5).resume(NOBODY))
                        .isInstanceOf(InputException.class)
                        .hasMessageContaining("is being written by");
            }
        });
        assertThat(folder.resolve(".index.json.lock")).doesNotExist();
    }

    @Test
    void killedTwentyTimesItLeavesTheSameIndex() throws IOException, InterruptedException {
        scan(dataset, "whole.json", 5).start(NOBODY);
        Random random = new Random(11);
        int killed = 0;
        for (int turn = 0; turn < KILLS; turn++) {
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            SlowScan.class.getName(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            assertThat(child.getInputStream().read())
                    .as("the child's first sign")
                    .isEqualTo('.');
            if (!child.waitFor(random.nextInt(60), TimeUnit.MILLISECONDS)) {
                child.destroyForcibly().waitFor();
                killed++;
            }
        }
        assertThat(killed).isGreaterThan(KILLS / 2);

        scan(dataset, "index.json", 5).resume(NOBODY);

        assertThat(Files.readAllBytes(file("index.json"))).isEqualTo(Files.readAllBytes(file("whole.json")));
    }

    /** A process to be killed: saves after every batch and takes its time. */
    static final class SlowScan {
        public static void main(String[] args) {
            Path folder = Path.of(args[0]);
            Dataset dataset = Dataset.folder(folder.resolve("pictures"));
            scan(folder, dataset, "index.json", 5, Duration.ZERO).resume((done, total, soFar) -> {
                System.out.print('.');
                System.out.flush();
                try {
                    Thread.sleep(10);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    private void stopAfter(int pictures) {
        assertThatThrownBy(() -> scan(dataset, "index.json", 5).start((done, total, soFar) -> {
                    if (done >= pictures) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private IndexedScan scan(Dataset pictures, String file, int k) {
        return scan(folder, pictures, file, k, IndexedScan.PAUSE);
    }

    private static IndexedScan scan(Path folder, Dataset pictures, String file, int k, Duration pause) {
        TopActivations.Options options =
                new TopActivations.Options(List.of("relu1", "relu2", "relu3", "fc4"), k, Rank.MAX);
        Identity identity = Identity.of(TinyWorld.network(), ModelSource.ofArchitecture("tiny"), options);
        return new IndexedScan(TinyWorld.network(), identity, pictures, folder.resolve(file), pause);
    }
}
