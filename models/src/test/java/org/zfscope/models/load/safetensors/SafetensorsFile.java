package org.zfscope.models.load.safetensors;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zfscope.models.zoo.torchvision.Sides;

/** Writes safetensors files for tests, good and bad ones. */
final class SafetensorsFile {

    private final Map<String, Object> header = new LinkedHashMap<>();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final String type;

    /** @param type of all numbers: F32, F16, BF16 or F64 */
    SafetensorsFile(String type) {
        this.type = type;
    }

    SafetensorsFile metadata(String key, String text) {
        header.put("__metadata__", Map.of(key, text));
        return this;
    }

    SafetensorsFile tensor(String name, Sides sides, float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            switch (type) {
                case "F32" -> bytes.putFloat(value);
                case "F16" -> bytes.putShort(half(value));
                case "BF16" -> bytes.putShort((short) (Float.floatToIntBits(value) >>> Short.SIZE));
                default -> bytes.putDouble(value);
            }
        }
        return raw(name, type, sides, bytes.array(), bytes.position());
    }

    SafetensorsFile raw(String name, String dtype, Sides sides, byte[] bytes, int count) {
        entry(name, dtype, sides, data.size(), data.size() + count);
        data.write(bytes, 0, count);
        return this;
    }

    SafetensorsFile entry(String name, String dtype, Sides sides, long begin, long end) {
        header.put(name, Map.of("dtype", dtype, "shape", sides.lengths(), "data_offsets", List.of(begin, end)));
        return this;
    }

    /** A tensor that counts batches, as every batch norm has. */
    SafetensorsFile counter(String name) {
        return raw(name, "I64", Sides.of(), new byte[Long.BYTES], Long.BYTES);
    }

    /** Rounded towards zero; only for numbers that halves have. */
    private static short half(float value) {
        int bits = Float.floatToIntBits(value);
        int sign = (bits >>> 16) & 0x8000;
        int exponent = ((bits >> 23) & 255) - 112;
        if (exponent <= 0) {
            return (short) (sign | Math.round(Math.abs(value) * 0x1p24f));
        }
        return (short) (sign | (exponent << 10) | ((bits >> 13) & 1023));
    }

    byte[] bytes() {
        try {
            return bytes(new ObjectMapper().writeValueAsString(header), data.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String json, byte[] data) {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + text.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .put(data)
                .array();
    }

    Path write(Path file) {
        try {
            return Files.write(file, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
