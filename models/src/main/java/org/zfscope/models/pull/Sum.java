package org.zfscope.models.pull;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.Adler32;
import org.zfscope.models.io.MachineException;
import org.zfscope.models.io.Sha256;

/** What a file's bytes add up to, by which one is known to be the right one. */
public enum Sum {
    /** Finds damage, but no forgery; a decimal number. DL4J knows its own files by it. */
    ADLER32 {
        @Override
        String of(Path file) {
            Adler32 sum = new Adler32();
            byte[] buffer = new byte[BUFFER];
            try (InputStream in = Files.newInputStream(file)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    sum.update(buffer, 0, n);
                }
            } catch (IOException e) {
                throw MachineException.reading(file, e);
            }
            return Long.toString(sum.getValue());
        }
    },
    /** Finds both; 64 hexadecimal digits. */
    SHA256 {
        @Override
        String of(Path file) {
            return Sha256.of(file);
        }
    };

    private static final int BUFFER = 1 << 20;

    /** Reads the whole file. */
    abstract String of(Path file);

    /** What people call it. */
    String word() {
        return this == ADLER32 ? "Adler-32" : "SHA-256";
    }

    /** In words why a file is not the expected one; empty if it is. */
    Optional<String> misfit(Path file, String expected) {
        String found = of(file);
        return found.equals(expected)
                ? Optional.empty()
                : Optional.of(say("models.sum.is-expected", word(), found, expected));
    }
}
