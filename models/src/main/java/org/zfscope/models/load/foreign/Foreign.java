package org.zfscope.models.load.foreign;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A format of models that zfscope does not read. */
enum Foreign {
    /** TensorFlow's folder of a graph, its weights beside it: {@code saved_model.pb}. */
    SAVED_MODEL,
    /** A graph of TensorFlow with its weights in it: {@code frozen.pb}. */
    GRAPH,
    /** TensorFlow Lite. */
    LITE,
    /** Apple's. */
    CORE_ML,
    /** The layers of an OpenVINO network. */
    OPEN_VINO;

    private static final int VERSION = 0x08;
    private static final int FIRST = 0x0A;
    private static final int SECOND = 0x12;
    private static final int MAX_CORE_ML = 32;

    /** The format of a file that begins so; nothing if it is none of these. */
    static Optional<Foreign> of(byte[] beginning) {
        if (at(beginning, 4, "TFL3")) {
            return Optional.of(LITE);
        }
        if (isNet(beginning)) {
            return Optional.of(OPEN_VINO);
        }
        return isNode(beginning) ? Optional.of(GRAPH) : versioned(beginning);
    }

    private static boolean at(byte[] bytes, int from, String text) {
        byte[] expected = text.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < expected.length; i++) {
            if (from + i >= bytes.length || bytes[from + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNet(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8).stripLeading();
        return text.startsWith("<net ") || (text.startsWith("<?xml") && text.contains("<net "));
    }

    /** A node: its name, and what it does, such as {@code Placeholder}. */
    private static boolean isNode(byte[] bytes) {
        Fields fields = new Fields(bytes);
        int[] name = {FIRST, FIRST};
        int[] operator = {SECOND};
        return fields.enters(name) && fields.skipsText() && fields.enters(operator) && fields.skipsText();
    }

    /** A version and a message: Apple's begins with an input's name, TensorFlow's with what the graph is about. */
    private static Optional<Foreign> versioned(byte[] bytes) {
        if (bytes.length < 3 || bytes[0] != VERSION || bytes[1] < 1 || bytes[1] > MAX_CORE_ML || bytes[2] != SECOND) {
            return Optional.empty();
        }
        Fields fields = new Fields(bytes);
        fields.skip(2);
        int[] about = {SECOND, FIRST};
        int[] name = {FIRST};
        if (!fields.enters(about)) {
            return Optional.empty();
        }
        if (fields.enters(name) && fields.skipsText()) {
            return Optional.of(CORE_ML);
        }
        return bytes[1] == 1 ? Optional.of(SAVED_MODEL) : Optional.empty();
    }
}
