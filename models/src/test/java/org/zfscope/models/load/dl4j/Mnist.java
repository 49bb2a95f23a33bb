package org.zfscope.models.load.dl4j;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Reads the first pictures and labels of the MNIST files. */
final class Mnist {

    private static final int SIDE = 28;

    private Mnist() {}

    /** [count, 1, 28, 28], values 0 to 1. */
    static float[] pictures(Path file, int count) throws IOException {
        byte[] pixels = bytes(file, 16, count * SIDE * SIDE);
        float[] values = new float[pixels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (pixels[i] & 0xFF) / 255f;
        }
        return values;
    }

    static byte[] labels(Path file, int count) throws IOException {
        return bytes(file, 8, count);
    }

    private static byte[] bytes(Path file, int header, int count) throws IOException {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
            in.readFully(new byte[header]);
            byte[] bytes = new byte[count];
            in.readFully(bytes);
            return bytes;
        }
    }
}
