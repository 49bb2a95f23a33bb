package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import onnx.Onnx.ModelProto;
import onnx.Onnx.OperatorSetIdProto;
import org.nd4j.shade.protobuf.CodedInputStream;
import org.nd4j.shade.protobuf.UnsafeByteOperations;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.MachineException;

/** The outermost layer of an ONNX file: bytes to a message, and which version of the operators it speaks. */
final class OnnxFile {

    private static final long MAX_BYTES = Integer.MAX_VALUE - 8L;
    private static final int PIECE = 1 << 20;
    private static final int MAX_NESTING = 32;
    private static final int OLDEST = 7;
    private static final int NEWEST = 24;
    private static final int IR_VERSION_TAG = 0x08;
    private static final int MAX_IR_VERSION = 0x1F;

    private OnnxFile() {}

    /** A model begins with the field ir_version, a small number, and goes on with one of its next fields. */
    static boolean looksLikeOnnx(byte[] head) {
        return head.length > 2
                && head[0] == IR_VERSION_TAG
                && head[1] > 0
                && head[1] <= MAX_IR_VERSION
                && switch (head[2]) {
                    // producer name and version, domain, doc string, graph, operator sets, metadata; and model version
                    case 0x12, 0x1A, 0x22, 0x32, 0x3A, 0x42, 0x72, 0x28 -> true;
                    default -> false;
                };
    }

    /** Tensors of the result share the memory of the file's bytes. */
    static ModelProto parse(Path file) {
        byte[] bytes = bytes(file);
        if (!looksLikeOnnx(bytes)) {
            throw InputException.in(file, say("models.onnx-file.onnx-model-damaged-one"));
        }
        try {
            CodedInputStream in = UnsafeByteOperations.unsafeWrap(bytes).newCodedInput();
            in.enableAliasing(true);
            in.setRecursionLimit(MAX_NESTING);
            return ModelProto.parseFrom(in);
        } catch (IOException e) {
            throw InputException.in(file, say("models.onnx-file.onnx-model-cut-off", e.getMessage()), e);
        }
    }

    private static byte[] bytes(Path file) {
        if (!Files.isRegularFile(file)) {
            throw InputException.in(
                    file, Files.exists(file) ? say("models.onnx-file.file") : say("models.onnx-file.there-such-file"));
        }
        try {
            long size = Files.size(file);
            long memory = Runtime.getRuntime().maxMemory();
            if (size > MAX_BYTES) {
                throw InputException.in(file, say("models.onnx-file.onnx-files-hold-most"));
            }
            if (size > memory / 4 * 3) {
                throw InputException.in(file, say("models.onnx-file.has-mib-java-may", size >> 20, memory >> 20));
            }
            return read(file, (int) size);
        } catch (IOException e) {
            throw MachineException.reading(file, e);
        }
    }

    /** Piece by piece, as Java takes as much memory again for each piece. */
    private static byte[] read(Path file, int size) throws IOException {
        byte[] bytes = new byte[size];
        int read = 0;
        try (InputStream in = Files.newInputStream(file)) {
            while (read < size) {
                int more = in.read(bytes, read, Math.min(PIECE, size - read));
                if (more < 0) {
                    return Arrays.copyOf(bytes, read);
                }
                read += more;
            }
        }
        return bytes;
    }

    /**
     * The version of the operators' meaning.
     *
     * @throws IllegalArgumentException if it is none that zfscope knows
     */
    static int opset(ModelProto model) {
        long version = model.getOpsetImportList().stream()
                .filter(o -> o.getDomain().isEmpty() || o.getDomain().equals("ai.onnx"))
                .mapToLong(OperatorSetIdProto::getVersion)
                .max()
                .orElse(0);
        if (version < OLDEST || version > NEWEST) {
            throw new IllegalArgumentException(
                    version == 0
                            ? say("models.onnx-file.opset-ai-onnx-expected", OLDEST, NEWEST)
                            : say("models.onnx-file.opset-ai-onnx-expected-export", OLDEST, NEWEST, version));
        }
        return (int) version;
    }
}
