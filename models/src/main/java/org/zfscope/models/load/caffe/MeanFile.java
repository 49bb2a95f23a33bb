package org.zfscope.models.load.caffe;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.List;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.NpyFiles;
import org.zfscope.models.load.OneLine;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** A mean picture: {@code .binaryproto}, as Caffe computes it, or {@code .npy}, as its users make it of that. */
public final class MeanFile {

    private static final int MAX_BYTES = 256 << 20;

    private MeanFile() {}

    /**
     * The picture as [channels, height, width]; a .npy file may have its channels last.
     *
     * @throws InputException if it is no such file
     */
    public static Tensor read(Path file) {
        if (NpyFiles.looksLikeNpy(file)) {
            return channelsFirst(NpyFiles.read(file));
        }
        try {
            return picture(CaffeBlob.of(CaffeWire.read(CaffeFile.bytes(file, MAX_BYTES), "blob")));
        } catch (IllegalArgumentException e) {
            throw InputException.in(file, say("models.mean-file.expected", OneLine.message(e)), e);
        }
    }

    private static Tensor picture(CaffeBlob blob) {
        List<Long> sides = blob.sides();
        int n = sides.size();
        if (n < 3 || (n == 4 && sides.get(0) != 1) || n > 4 || blob.count() < 1) {
            throw new IllegalArgumentException(say("models.mean-file.sides", blob.described()));
        }
        long channels = sides.get(n - 3);
        long height = sides.get(n - 2);
        long width = sides.get(n - 1);
        float[] values = blob.values(channels, height, width);
        for (float v : values) {
            if (!Float.isFinite(v)) {
                throw new IllegalArgumentException(say("models.mean-file.not-finite"));
            }
        }
        return new Tensor(new Shape((int) channels, (int) height, (int) width), values);
    }

    private static Tensor channelsFirst(Tensor read) {
        Shape shape = read.shape();
        boolean last = (shape.width() == 3 || shape.width() == 1) && shape.channels() > 3;
        if (!last) {
            return read;
        }
        int channels = shape.width();
        int height = shape.channels();
        int width = shape.height();
        Shape first = new Shape(channels, height, width);
        float[] values = new float[read.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i % first.channels() * first.area() + i / first.channels()] = read.values()[i];
        }
        return new Tensor(first, values);
    }
}
