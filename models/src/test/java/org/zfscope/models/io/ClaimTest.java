package org.zfscope.models.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ClaimTest {

    private final Path file;
    private final Path lock;

    ClaimTest(@TempDir Path folder) {
        this.file = folder.resolve("new/index.json");
        this.lock = folder.resolve("new/.index.json.lock");
    }

    @Test
    void anotherProcessIsToldWhoHasIt() throws IOException, InterruptedException {
        Process other = holder();
        try {
            assertThatThrownBy(() -> Claim.on(file))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("is being written by process " + other.pid() + " since");
        } finally {
            other.destroyForcibly().waitFor();
        }
        // it was killed, and what it left is in nobody's way
        assertThat(lock).exists();
        Claim.on(file).close();
        assertThat(lock).doesNotExist();
    }

    @Test
    void theProcessItselfHasItOnce() {
        Claim claim = Claim.on(file);
        assertThatThrownBy(() -> Claim.on(file)).hasMessageContaining("this program itself");
        claim.close();
        Claim.on(file).close();
    }

    @Test
    void aSignalLeavesNothingBehind() throws IOException, InterruptedException {
        Process other = holder();
        other.destroy();
        assertThat(other.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(lock.getParent()).isEmptyDirectory();
    }

    private Process holder() throws IOException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(other.getInputStream().read()).isEqualTo('.');
        return other;
    }

    /** A process that writes and writes. */
    static final class Holder {
        public static void main(String[] arguments) throws InterruptedException {
            Runtime.getRuntime().addShutdownHook(new Thread(AtomicFile::end));
            Claim.during(Path.of(arguments[0]), () -> {
                AtomicFile.write(Path.of(arguments[0]).resolveSibling("half"), out -> {
                    out.write(new byte[100_000]);
                    System.out.print('.');
                    System.out.flush();
                    try {
                        Thread.sleep(60_000);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
                return Files.exists(Path.of(arguments[0]));
            });
        }
    }
}
