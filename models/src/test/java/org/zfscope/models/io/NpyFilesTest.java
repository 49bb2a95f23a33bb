package org.zfscope.models.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

class NpyFilesTest {

    private final Path file;

    NpyFilesTest(@TempDir Path folder) {
        this.file = folder.resolve("array.npy");
    }

    private static Stream<Arguments> types() {
        ByteBuffer little = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer big = ByteBuffer.allocate(100);
        return Stream.of(
                arguments("<f4", bytes(little.clear().putFloat(1).putFloat(2.5f))),
                arguments(">f4", bytes(big.clear().putFloat(1).putFloat(2.5f))),
                arguments("<f8", bytes(little.clear().putDouble(1).putDouble(2.5))),
                arguments(">f8", bytes(big.clear().putDouble(1).putDouble(2.5))));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] copy = new byte[buffer.position()];
        buffer.flip().get(copy);
        return copy;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void floatsAndDoublesOfBothByteOrdersAreRead(String type, byte[] numbers) throws IOException {
        write(1, "{'descr': '" + type + "', 'fortran_order': False, 'shape': (2,), }", numbers);

        assertThat(Npy.read(file).values()).containsExactly(1, 2.5f);
    }

    @Test
    void bytesAndIntegersAreRead() throws IOException {
        write(1, "{'descr': '|u1', 'fortran_order': False, 'shape': (2,), }", new byte[] {3, (byte) 255});
        assertThat(Npy.read(file).values()).containsExactly(3, 255);

        write(1, "{'descr': '<i8', 'fortran_order': False, 'shape': (1,), }", new byte[] {7, 0, 0, 0, 0, 0, 0, 0});
        assertThat(Npy.read(file).values()).containsExactly(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void allVersionsAndAnyOrderOfEntriesAreRead(int version) throws IOException {
        write(version, "{'shape': (1, 2), 'descr': '|u1', 'fortran_order': False}   \n", new byte[] {3, 4});

        assertThat(Npy.read(file).shape()).containsExactly(1, 2);
        assertThat(Npy.read(file).values()).containsExactly(3, 4);
    }

    @Test
    void columnsFirstBecomesRowsFirst() throws IOException {
        // [[1, 2, 3], [4, 5, 6]] as NumPy writes np.asfortranarray of it
        write(1, "{'descr': '|u1', 'fortran_order': True, 'shape': (2, 3), }", new byte[] {1, 4, 2, 5, 3, 6});

        assertThat(Npy.read(file).values()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"(6,); 6; 1; 1", "(2, 3); 1; 2; 3", "(3, 1, 2); 3; 1; 2", "(1, 1, 2, 3); 1; 2; 3"})
    void shapesOfOneToFourSidesAreOneTensor(String shape, int channels, int height, int width) throws IOException {
        write(1, "{'descr': '|u1', 'fortran_order': False, 'shape': " + shape + ", }", new byte[] {1, 2, 3, 4, 5, 6});

        assertThat(NpyFiles.read(file))
                .isEqualTo(new Tensor(new Shape(channels, height, width), new float[] {1, 2, 3, 4, 5, 6}));
    }

    @Test
    void tensorsComeBackAsWritten() {
        Tensor first = new Tensor(new Shape(2, 1, 3), new float[] {1, -2, 3, 0.1f, 1e30f, -0f});
        Tensor second = new Tensor(new Shape(2, 1, 3), new float[] {6, 5, 4, 3, 2, 1});

        NpyFiles.write(file, first);
        assertThat(Npy.read(file).shape()).containsExactly(2, 1, 3);
        assertThat(NpyFiles.read(file)).isEqualTo(first);

        NpyFiles.writeBatch(file, List.of(first, second));
        assertThat(Npy.read(file).shape()).containsExactly(2, 2, 1, 3);
        assertThat(NpyFiles.readBatch(file)).containsExactly(first, second);

        NpyFiles.writeMap(file, second.channel(0));
        assertThat(Npy.read(file).shape()).containsExactly(1, 3);
    }

    @Test
    void whatIsWrittenIsWhatNumPyWrites() throws IOException {
        NpyFiles.writeMap(file, new Tensor(new Shape(1, 1, 1), new float[] {1}));

        // numpy.save(file, numpy.ones((1, 1), 'float32')), its padding to 128 bytes included
        String header = "\u0093NUMPY\1\0v\0{'descr': '<f4', 'fortran_order': False, 'shape': (1, 1), }";
        byte[] expected =
                (header + " ".repeat(127 - header.length()) + "\n\0\0\u0080?").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Files.readAllBytes(file)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "{'descr': '|u1', 'fortran_order': False, 'shape': (5,), }; should hold 5 bytes",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (3,), }; but holds 4",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (60000, 60000, 60000), }; should hold 1728",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (9999999999, 9999999999), }; more numbers than",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (4), } or __import__('os'); header",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (-4,), }; header",
                "{'descr': '|u1', 'fortran_order': False, 'fortran_order': False, }; header",
                "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), }; header",
                "{'descr': '|O8', 'fortran_order': False, 'shape': (1,), }; numbers of type |O8",
                "{'descr': '<f2', 'fortran_order': False, 'shape': (2,), }; astype('float32')",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 0), }; but holds 4"
            })
    void headersThatDoNotFitAreRefused(String header, String why) throws IOException {
        write(1, header, new byte[] {1, 2, 3, 4});

        assertRefused(why);
    }

    @Test
    void whatIsNoTensorIsRefused() throws IOException {
        Files.write(file, new byte[0]);
        assertRefused("is not a .npy file");
        Files.writeString(file, "\u0093NUMPY as text");
        assertRefused("is not a .npy file");
        Files.write(file, "\u0093NUMPY\1\0v".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("header");
        Files.write(file, "\u0093NUMPY\2\0\u00FF\u00FF\u00FF\u00FF{".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("a header of 4294967295 bytes");
        write(9, "{}", new byte[0]);
        assertRefused("version 9.0");
        write(1, "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }", new byte[] {0, 0, (byte) 0xC0, 0x7F});
        assertRefused("NaN");
        write(1, "{'descr': '|u1', 'fortran_order': False, 'shape': (0, 3), }", new byte[0]);
        assertRefused("no numbers");
        write(1, "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 1, 1, 1), }", new byte[2]);
        assertRefused("holds 2 arrays");
        write(1, "{'descr': '|u1', 'fortran_order': False, 'shape': (1, 1, 1, 1, 1), }", new byte[1]);
        assertRefused("[channels, height, width] was expected");
        Files.delete(file);
        assertRefused("no such file");
    }

    private void assertRefused(String why) {
        assertThatThrownBy(() -> NpyFiles.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("array.npy: ")
                .hasMessageContaining(why)
                .hasMessageNotContaining("\n");
    }

    private void write(int version, String header, byte[] numbers) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        int lengthBytes = version == 1 ? 2 : 4;
        ByteBuffer out = ByteBuffer.allocate(8 + lengthBytes + text.length + numbers.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("\u0093NUMPY".getBytes(StandardCharsets.ISO_8859_1))
                .put((byte) version)
                .put((byte) 0);
        if (version == 1) {
            out.putShort((short) text.length);
        } else {
            out.putInt(text.length);
        }
        Files.write(file, out.put(text).put(numbers).array());
    }
}
