package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The process's standard output. A writer only remembers that something went wrong and goes on; this ends the work at the
 * first line that nobody gets.
 */
public final class StandardOutput extends OutputStream {

    /** What is printed does not get out. */
    static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Failure(IOException cause) {
            super(say("cli.standard-output.standard-output-cannot-written", cause.getMessage()), cause);
        }
    }

    private final OutputStream out = new FileOutputStream(FileDescriptor.out);

    private StandardOutput() {}

    /** For text, in lines. */
    public static PrintWriter writer() {
        return new PrintWriter(new StandardOutput(), true, charset());
    }

    /** UTF-8, but for a window of Windows' command line, which reads the letters of its own code page. */
    public static Charset charset() {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return windows
                ? Optional.ofNullable(System.console()).map(Console::charset).orElse(StandardCharsets.UTF_8)
                : StandardCharsets.UTF_8;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            throw new Failure(e);
        }
    }

    /** Whether this came of a reader that has seen enough, such as {@code head}: nothing to complain of. */
    static boolean isReaderGone(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if ((e instanceof Failure && isPipe()) || (e instanceof IOException && saysSo(e.getMessage()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean saysSo(@Nullable String message) {
        return String.valueOf(message).toLowerCase(Locale.ROOT).contains("broken pipe");
    }

    /** A pipe fails in no other way; the system's message may be in any language. */
    private static boolean isPipe() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString().startsWith("pipe:");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
