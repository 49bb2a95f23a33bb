package org.zfscope.models.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file's fingerprint, as sha256sum prints it. */
public final class Sha256 {

    private static final int BUFFER = 1 << 16;

    private Sha256() {}

    /**
     * Reads the file piece by piece, so that its size does not matter.
     *
     * @return 64 lower-case hexadecimal digits
     * @throws InputException if the file cannot be read
     */
    public static String of(Path file) {
        InputFile.check(file, "a file");
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        } catch (IOException e) {
            throw MachineException.reading(file, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
