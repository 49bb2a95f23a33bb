package org.zfscope.models.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.io.AtomicFile.Content;
import org.zfscope.models.io.AtomicFile.Output;

class AtomicFileTest {

    private static final Content FAILS = out -> {
        out.write(new byte[100]);
        throw new IOException("No space left on device");
    };

    private final Path folder;

    AtomicFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void linksAreFollowedToTheirFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("other"));
        Files.createSymbolicLink(folder.resolve("other"), file);

        AtomicFile.write(link, text("after"));

        assertThat(link).isSymbolicLink();
        assertThat(file).isRegularFile().hasContent("after");
        assertThat(names()).containsExactly("file", "link", "other");
    }

    @Test
    void linkToAFileThatIsNotThereYetMakesIt() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("new/file"));
        AtomicFile.write(link, text("content"));
        assertThat(folder.resolve("new/file")).hasContent("content");
    }

    @Test
    void linkedFolderIsWrittenInto() throws IOException {
        Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));
        AtomicFile.write(link.resolve("file"), text("content"));
        assertThat(folder.resolve("real/file")).hasContent("content");
    }

    @Test
    void linkThatLeadsBackToItselfIsRefused() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("link"));
        assertThatThrownBy(() -> AtomicFile.write(link, text("content")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("leads back to itself");
    }

    @Test
    void deviceIsWrittenIntoAndSaysWhenItIsFull() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        AtomicFile.write(Path.of("/dev/null"), text("content"));
        assertThatThrownBy(() -> AtomicFile.write(full, text("content")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("/dev/full: cannot be written");
        assertThat(Files.isRegularFile(full)).isFalse();
    }

    @Test
    void allOrNone() throws IOException {
        Path first = Files.writeString(folder.resolve("first"), "before");
        Path second = folder.resolve("second");
        assertThatThrownBy(
                        () -> AtomicFile.writeAll(List.of(new Output(first, text("after")), new Output(second, FAILS))))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(second + ": cannot be written");
        assertThat(first).hasContent("before");
        assertThat(names()).containsExactly("first");

        AtomicFile.writeAll(List.of(new Output(first, text("after")), new Output(second, text("too"))));
        assertThat(first).hasContent("after");
        assertThat(second).hasContent("too");
    }

    @Test
    void fileAppearsOnlyWhenTheDeviceBesideItTookAll() {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        assertThatThrownBy(() -> AtomicFile.writeAll(List.of(
                        new Output(folder.resolve("file"), text("content")),
                        new Output(Path.of("/dev/full"), text("content")))))
                .isInstanceOf(InputException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void twoOutputsOfOneNameAreRefused() {
        Path file = folder.resolve("file");
        assertThatThrownBy(() -> AtomicFile.writeAll(
                        List.of(new Output(file, text("a")), new Output(folder.resolve("./file"), text("b")))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("two outputs");
    }

    private static Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
