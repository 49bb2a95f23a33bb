package org.zfscope.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfscope.app.ChartPictures;
import org.zfscope.viz.Target;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.render.Scale;

/** Sessions as files, saved, moved, opened, and from strangers. */
class SessionFileTest {

    private final Path folder;
    private final Path first;
    private final Path second;
    private final Workbench bench = new Workbench(new OnTheSpot());

    SessionFileTest(@TempDir Path folder) {
        this.folder = folder;
        this.first = ChartPictures.draw(folder.resolve("work/pictures/1.png"));
        this.second = ChartPictures.draw(folder.resolve("work/pictures/2.png"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Path saved() {
        bench.opening().openModel("bundled");
        bench.opening().open(List.of(first, second));
        bench.pictures().show(second);
        bench.selection().layer("relu3");
        bench.selection().choose(17);
        bench.choices().rule(ReluRule.GUIDED);
        bench.choices().scale().set(Scale.Shared.LAYER);
        bench.choices().gain().set(2.0);
        bench.choices().control().set(true);
        AtomicReference<Path> file = new AtomicReference<>();
        bench.session().saveAs(folder.resolve("work/mine"), file::set);
        return Objects.requireNonNull(file.get());
    }

    @Test
    void whatWasOpenIsOpenAgain() {
        Path file = saved();
        assertThat(file).isEqualTo(folder.resolve("work/mine.zfsession"));

        try (Workbench other = new Workbench(new OnTheSpot())) {
            other.opening().openModel("bundled");
            other.opening().open(List.of(ChartPictures.draw(folder.resolve("other.png"))));
            other.opening().open(List.of(file));

            assertThat(other.pictures().all()).containsExactly(first, second);
            assertThat(other.results().seen().get().file()).contains(second);
            assertThat(other.results().unit().get().orElseThrow().target())
                    .isEqualTo(new Target.Strongest("relu3", 17));
            assertThat(other.choices().method().get().relu()).isEqualTo(ReluRule.GUIDED);
            assertThat(other.choices().scale().get()).isEqualTo(Scale.Shared.LAYER);
            assertThat(other.choices().gain().get()).isEqualTo(2);
            assertThat(other.choices().control().get()).isTrue();
            assertThat(other.undo().possible().get()).isFalse();
            assertThat(other.opening().recent().of(Recent.Kind.SESSIONS)).containsExactly(file.toString());
        }
    }

    @Test
    void aFolderWithItsSessionCanBeMoved() throws Exception {
        saved();
        Path moved = Files.move(folder.resolve("work"), folder.resolve("elsewhere"));

        bench.opening().open(List.of(moved.resolve("mine.zfsession")));

        assertThat(bench.pictures().all())
                .containsExactly(moved.resolve("pictures/1.png"), moved.resolve("pictures/2.png"));
        assertThat(bench.inspector().message().get()).isEmpty();
    }

    @Test
    void picturesThatAreGoneAreCounted() throws Exception {
        Path file = saved();
        Files.delete(second);

        bench.opening().open(List.of(file));

        assertThat(bench.pictures().all()).containsExactly(first);
        assertThat(bench.results().seen().get().file()).contains(first);
        assertThat(message()).contains("1 of its 2 pictures are not there");
    }

    private String message() {
        return bench.inspector().message().get().orElseThrow().text();
    }

    @Test
    void aModelThatIsGoneIsSaidAndNothingChanges() throws Exception {
        Path file = saved();
        Files.writeString(file, Files.readString(file).replace("\"bundled\"", "\"gone/model.onnx\""));
        bench.pictures().remove(second);

        bench.opening().open(List.of(file));

        assertThat(message()).contains("gone").contains("is not there");
        assertThat(bench.pictures().all()).containsExactly(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "[]",
                "{}",
                "{\"zfsession\": \"1\"}",
                "{\"zfsession\": 99}",
                "{\"zfsession\": 1, \"film\": 3}",
                "{\"zfsession\": 1, \"film\": [{}]}",
                "{\"zfsession\": 1, \"film\": [null]}",
                "{\"zfsession\": 1, \"picture\": \"\\u0000\"}",
                "{\"zfsession\": 1, \"model\": {\"a\": 1}}",
                "{\"zfsession\": 1, \"gain\": \"much\"}",
                "{\"zfsession\": 1, \"film\": [\"1.png\""
            })
    void whatIsNoSessionIsRefusedInOneLine(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("bad.zfsession"), content);

        bench.opening().open(List.of(file));

        assertThat(message()).startsWith(file.toString()).contains("session");
        assertThat(bench.pictures().all()).isEmpty();
    }

    @Test
    void deepNestsAndUnknownChoicesDoNoHarm() throws Exception {
        Path deep = Files.writeString(
                folder.resolve("deep.zfsession"),
                "{\"zfsession\":1,\"film\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        bench.opening().open(List.of(deep));
        assertThat(message()).contains("deep.zfsession");

        Path odd = Files.writeString(
                folder.resolve("odd.zfsession"),
                "{\"zfsession\":1,\"rule\":\"NONE\",\"kind\":\"\",\"gain\":1e300,\"target\":\"::\",\"order\":null,\"new\":[1]}");
        bench.opening().open(List.of(odd));
        assertThat(bench.choices().method().get().relu()).isEqualTo(ReluRule.DECONVNET);
        assertThat(bench.choices().gain().get()).isEqualTo(1);
    }
}
