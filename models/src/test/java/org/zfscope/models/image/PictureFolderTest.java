package org.zfscope.models.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.io.InputException;

@Timeout(60)
class PictureFolderTest {

    private final Path root;
    private final Path folder;

    PictureFolderTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.root = Files.createDirectories(folder.resolve("root"));
    }

    @Test
    void whatIsCalledAPictureOrBeginsLikeOne() throws IOException {
        file("b/called.JPG", "no picture");
        file("a/begins", "GIF89a");
        file("a/text.txt", "no picture");
        file(".hidden.png", "");
        file(".hidden/in.png", "");
        file("z.png", "");

        assertThat(names()).containsExactly("a/begins", "b/called.JPG", "z.png");
    }

    @Test
    void linksInACircleEnd() throws IOException {
        file("a/one.png", "");
        link("a/up", root);
        link("a/self", root.resolve("a"));
        link("a/nowhere", root.resolve("a/nowhere"));
        link("a/nowhere.png", folder.resolve("missing"));

        assertThat(names()).containsExactly("a/one.png");
    }

    @Test
    void foldersAreEnteredOnceAndFilesAsOftenAsTheyAreLinked() throws IOException {
        Files.createDirectories(folder.resolve("outside"));
        Path one = Files.createFile(folder.resolve("outside/one.png"));
        link("a", folder.resolve("outside"));
        link("b", folder.resolve("outside"));
        file("c/two.png", "");
        link("0", root.resolve("c"));
        link("three.png", one);

        assertThat(names()).containsExactly("a/one.png", "c/two.png", "three.png");
    }

    @Test
    void depthAndNumberAreBounded() throws IOException {
        file("a/b/one.png", "");
        file("a/two.png", "");
        file("three.png", "");
        assertThat(PictureFolder.pictures(root, 2, 10)).hasSize(2);
        assertThat(PictureFolder.pictures(root, 9, 1)).containsExactly(root.resolve("a/b/one.png"));
    }

    @Test
    void pipesAreNeverOpened() throws IOException, InterruptedException {
        Path pipe = pipe(root.resolve("pipe.png"));
        pipe(root.resolve("pipe"));
        assertThat(names()).isEmpty();
        assertThatThrownBy(() -> ImageFiles.read(pipe))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is a pipe, a socket or a device");
    }

    @Test
    void missingAndOtherThanAFolder() throws IOException {
        assertThatThrownBy(() -> PictureFolder.pictures(root.resolve("missing")))
                .hasMessageContaining("no such folder");
        assertThatThrownBy(() -> PictureFolder.pictures(Files.createFile(root.resolve("file"))))
                .hasMessageContaining("is no folder");
    }

    private static Path pipe(Path path) throws IOException, InterruptedException {
        Assumptions.assumeFalse(System.getProperty("os.name").startsWith("Windows"));
        assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor())
                .isZero();
        return path;
    }

    private void file(String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content.getBytes(StandardCharsets.US_ASCII));
    }

    private void link(String name, Path to) throws IOException {
        Files.createSymbolicLink(root.resolve(name), to);
    }

    private List<String> names() {
        return PictureFolder.pictures(root).stream()
                .map(file -> root.relativize(file).toString())
                .toList();
    }
}
