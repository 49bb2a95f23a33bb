#!/usr/bin/env bash
# ONNX Runtime 1.23.2 (Maven Central, com.microsoft.onnxruntime:onnxruntime, processor provider).
# Guessed: an AveragePool with count_include_pad=1 gives the same under every operator set, as its definition did not change.
# Seen: ones of 3x3, windows of 2x2, one row of padding below and one column at the right:
#   sets 11 and 18   1 1 .5   1 1 .5   .5 .5 .25     every window divided by 4
#   sets 19 and 22   1 1 .5   1 1 .5    1  1  .5     padding at the right is counted, padding at the bottom is not
# and ones of 4x4, windows of 3x3, stride 2, ceil_mode=1: 1 .67 .67 .44 up to set 18, and 1 1 1 1 from set 19 on.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mvn -q -B dependency:copy -Dartifact=com.microsoft.onnxruntime:onnxruntime:1.23.2 -DoutputDirectory="$folder" >/dev/null
cat >"$folder/Pools.java" <<'JAVA'
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import java.io.ByteArrayOutputStream;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

class Pools {
    public static void main(String[] arguments) throws Exception {
        for (int set : new int[] {11, 18, 19, 22}) {
            byte[] padded = pool(3, numbers("kernel_shape", 2, 2), numbers("pads", 0, 0, 1, 1), number("count_include_pad", 1));
            byte[] ceiled = pool(4, numbers("kernel_shape", 3, 3), numbers("strides", 2, 2), number("ceil_mode", 1),
                    number("count_include_pad", 1));
            System.out.println("set " + set + " padded " + run(padded, set, 3) + " ceil " + run(ceiled, set, 4));
        }
    }

    /** The means of ones, in hundredths. */
    static String run(byte[] graph, int set, int side) throws Exception {
        byte[] model = message(field(1, 8), field(8, message(field(2, set))), field(7, graph));
        float[] ones = new float[side * side];
        Arrays.fill(ones, 1);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (var session = environment.createSession(model);
                var input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(ones), new long[] {1, 1, side, side});
                var result = session.run(Map.of("x", input))) {
            FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
            StringBuilder line = new StringBuilder();
            while (values.hasRemaining()) {
                line.append(line.isEmpty() ? "" : " ").append(Math.round(100 * values.get()));
            }
            return line.toString();
        }
    }

    static byte[] pool(int side, byte[]... attributes) {
        byte[] node = message(field(1, "x"), field(2, "y"), field(4, "AveragePool"));
        for (byte[] attribute : attributes) {
            node = message(node, field(5, attribute));
        }
        return message(field(1, node), field(2, "g"), field(11, value("x", 1, 1, side, side)), field(12, value("y")));
    }

    static byte[] value(String name, int... dims) {
        byte[] shape = new byte[0];
        for (int dim : dims) {
            shape = message(shape, field(1, message(field(1, dim))));
        }
        byte[] tensor = dims.length == 0 ? field(1, 1) : message(field(1, 1), field(2, shape));
        return message(field(1, name), field(2, message(field(1, tensor))));
    }

    static byte[] number(String name, int value) {
        return message(field(1, name), field(3, value), field(20, 2));
    }

    static byte[] numbers(String name, int... values) {
        byte[] all = field(1, name);
        for (int value : values) {
            all = message(all, field(8, value));
        }
        return message(all, field(20, 7));
    }

    // protocol buffers, as far as this needs them

    static byte[] field(int number, int value) {
        return message(varint(number << 3), varint(value));
    }

    static byte[] field(int number, byte[] value) {
        return message(varint(number << 3 | 2), varint(value.length), value);
    }

    static byte[] field(int number, String value) {
        return field(number, value.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] varint(int value) {
        return value < 128 ? new byte[] {(byte) value} : message(new byte[] {(byte) (value | 128)}, varint(value >>> 7));
    }

    static byte[] message(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
JAVA
seen=$(java -cp "$folder/*" "$folder/Pools.java")
echo "$seen"
diff <(echo "$seen") - <<'TEXT'
set 11 padded 100 100 50 100 100 50 50 50 25 ceil 100 67 67 44
set 18 padded 100 100 50 100 100 50 50 50 25 ceil 100 67 67 44
set 19 padded 100 100 50 100 100 50 100 100 50 ceil 100 100 100 100
set 22 padded 100 100 50 100 100 50 100 100 50 ceil 100 100 100 100
TEXT
echo "as it was found"
