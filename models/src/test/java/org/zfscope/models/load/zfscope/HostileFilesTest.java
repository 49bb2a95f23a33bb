package org.zfscope.models.load.zfscope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zfscope.models.Network;
import org.zfscope.models.io.InputException;
import org.zfscope.models.random.RandomNetworks;

/** Files that are broken, or want to break something. */
class HostileFilesTest {

    /** How many mutations are tried; 20,000 take some minutes: {@code -Dzfscope.mutations=20000}. */
    private static final int MUTATIONS = Integer.getInteger("zfscope.mutations", 1_000);

    private final Path file;
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    HostileFilesTest(@TempDir Path folder) {
        file = folder.resolve("model.zip");
    }

    @BeforeEach
    void aGoodFile() throws IOException {
        try (Network network = RandomNetworks.of(2)) {
            ModelFile.write(file, network, new ModelFile.Origin("here", Optional.empty()));
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
    }

    private void write() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        Files.write(file, bytes.toByteArray());
    }

    private void refused(String... because) throws IOException {
        write();
        assertThatThrownBy(() -> new ZfscopeLoader().load(file))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContainingAll(because)
                .message()
                .hasLineCount(1);
    }

    private void change(String from, String to) {
        String json = new String(Objects.requireNonNull(entries.get(ModelFile.NETWORK)), UTF_8);
        assertThat(json).contains(from);
        entries.put(ModelFile.NETWORK, json.replace(from, to).getBytes(UTF_8));
    }

    @Test
    void theGoodFileIsGood() throws IOException {
        write();
        new ZfscopeLoader().load(file).close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\":1|\"version\":2|version 2",
                "\"kind\":\"Convolution\"|\"kind\":\"Runtime\"|no Layer of the kind Runtime",
                "\"kind\":\"Convolution\"|\"kind\":\"java.lang.ProcessBuilder\"|no Layer",
                "\"stride\":1|\"stride\":2000000000|stride cannot be 2000000000",
                "\"stride\":1|\"stride\":\"1\"|stride cannot be",
                "\"input\":[|\"input\":[99999999,|input",
                "\"origin\":\"learned\"|\"origin\":\"heaven\"|weights cannot be",
                "{\"format\"|{{\"format\"|not JSON",
            })
    void saysThatCannotBe(String from, String to, String because) throws IOException {
        change(from, to);
        refused(because);
    }

    @ParameterizedTest
    @CsvSource({"weights.safetensors", "zfscope.json"})
    void missingParts(String part) throws IOException {
        entries.remove(part);
        refused(part + " is missing");
    }

    @Test
    void bombsAreNotUnpacked() throws IOException {
        int size = 400 << 20;
        byte[] bomb = new byte[size];
        byte[] header = ("{\"a\":{\"dtype\":\"F32\",\"shape\":[" + (size - 1024) / 4 + "],\"data_offsets\":[0,"
                        + (size - 1024) + "]}}")
                .getBytes(UTF_8);
        ByteBuffer.wrap(bomb)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(1016)
                .put(header)
                .put(" ".repeat(1016 - header.length).getBytes(UTF_8));
        entries.put(ModelFile.WEIGHTS, bomb);
        refused("claims to unpack");
    }

    @Test
    void headersThatLieAreFoundOut() throws IOException {
        byte[] weights = Objects.requireNonNull(entries.get(ModelFile.WEIGHTS));
        ByteBuffer.wrap(weights).order(ByteOrder.LITTLE_ENDIAN).putLong(Long.MAX_VALUE);
        refused("header");
    }

    @Test
    @Timeout(1200)
    void whereverAByteIsChangedAFileIsReadOrRefused() throws IOException {
        byte[] good = Files.readAllBytes(file);
        Random random = new Random(13);
        int read = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            read += mutate(good, random) ? 1 : 0;
        }
        assertThat(read).isLessThan(MUTATIONS);
    }

    /** Changes bytes in the zip, or in a part of it that is packed again, so that no checksum finds it. */
    private boolean mutate(byte[] good, Random random) throws IOException {
        if (random.nextInt(3) == 0) {
            byte[] bytes = good.clone();
            change(bytes, random);
            Files.write(file, bytes);
        } else {
            Map<String, byte[]> whole = new LinkedHashMap<>(entries);
            String part = entries.keySet().stream()
                    .skip(random.nextInt(3))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Objects.requireNonNull(entries.get(part)).clone();
            change(bytes, random);
            entries.put(part, bytes);
            write();
            entries.clear();
            entries.putAll(whole);
        }
        try (Network network = new ZfscopeLoader().load(file)) {
            return network.nodes().size() > 0;
        } catch (InputException e) {
            assertThat(e.message()).hasLineCount(1);
            return false;
        }
    }

    private static void change(byte[] bytes, Random random) {
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            int at = random.nextBoolean() ? random.nextInt(Math.min(600, bytes.length)) : random.nextInt(bytes.length);
            bytes[at] = (byte)
                    (random.nextBoolean() ? random.nextInt(256) : "0123456789\"{}[],:-".charAt(random.nextInt(18)));
        }
    }
}
