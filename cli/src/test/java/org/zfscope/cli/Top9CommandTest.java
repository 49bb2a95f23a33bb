package org.zfscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.SharedData;
import org.zfscope.viz.render.Provenance;

class Top9CommandTest {

    private final Path folder;
    private final Path model;

    Top9CommandTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.model = SharedData.require("golden/squeezenet-1.1/model.onnx");
        Path dog = SharedData.require("data/pictures/dog.jpg");
        for (String name : List.of("dogs/one.jpg", "dogs/two.jpg", "others/three.jpg")) {
            Path copy = folder.resolve("pictures").resolve(name);
            Files.createDirectories(copy.getParent());
            Files.copy(dog, copy);
        }
        Files.writeString(folder.resolve("pictures/others/broken.jpg"), "no picture");
    }

    private Cli top9(String out, Object... more) {
        List<Object> words = new ArrayList<>(List.of("top9", model, "--images", folder.resolve("pictures")));
        words.addAll(List.of("--layer", "fire2/relu_squeeze1x1", "-o", folder.resolve(out)));
        words.addAll(List.of(more));
        return Cli.run(words.toArray());
    }

    @Test
    void leavesIndexStatisticsMosaicAndTiles() throws IOException {
        Cli run = top9("out", "--tiles", "--units", "2", "--layer", "conv1");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("4 pictures, 1 skipped").contains("skipped others/broken.jpg");
        assertThat(run.err()).doesNotContain("changed");
        assertThat(Files.readAllLines(folder.resolve("out/statistics.csv"))).hasSize(1 + 16 + 64);
        assertThat(Provenance.read(folder.resolve("out/conv1.png")).entries()).containsKeys("model sha256", "rule");
        Path unit = folder.resolve("out/fire2_relu_squeeze1x1/unit_0015");
        assertThat(unit.resolve("projection_002.png")).exists();
        assertThat(unit.resolve("patch_002.png")).exists();
        assertThat(Files.readString(unit.resolve("info.json"))).contains("dogs/one.jpg");
    }

    @Test
    void partsMerge() throws IOException {
        assertThat(top9("whole", "--units", "0").code()).isZero();
        assertThat(top9("a", "--units", "0", "--part", "1/2").code()).isZero();
        assertThat(top9("b", "--units", "0", "--part", "2/2").code()).isZero();

        Cli merge = Cli.run(
                "top9",
                "merge",
                folder.resolve("b/index.json"),
                folder.resolve("a/index.json"),
                "-o",
                folder.resolve("merged.json"));

        assertThat(merge.code()).as(merge.err()).isZero();
        assertThat(Files.readAllBytes(folder.resolve("merged.json")))
                .isEqualTo(Files.readAllBytes(folder.resolve("whole/index.json")));
    }

    @Test
    void wrongWordsGetOneLine() {
        assertThat(Cli.run("top9", model, "-o", folder).code()).isEqualTo(2);
        assertThat(top9("out", "--part", "3/2").code()).isEqualTo(2);
        assertThat(top9("out", "--count", "0").code()).isEqualTo(2);
        assertThat(top9("out", "--layer", "nowhere").code()).isEqualTo(1);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void saysWhenThePicturesChanged() throws IOException {
        assertThat(top9("out", "--units", "0").code()).isZero();
        Files.copy(
                SharedData.require("data/pictures/dog.jpg").resolveSibling(other()),
                folder.resolve("pictures/dogs/one.jpg"),
                StandardCopyOption.REPLACE_EXISTING);

        Cli run = top9("out", "--resume", "--units", "1");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("the pictures or the model changed");
    }

    private static String other() throws IOException {
        try (var files = Files.list(SharedData.require("data/pictures"))) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.endsWith(".jpg") && !name.equals("dog.jpg"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }
}
