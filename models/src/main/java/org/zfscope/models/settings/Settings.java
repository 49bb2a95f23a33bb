package org.zfscope.models.settings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zfscope.models.io.AtomicFile;
import org.zfscope.models.words.Language;

/**
 * What is set once for all starts, in {@code settings.json} beside what the window remembers. What is not there, or not
 * sound, is as usual. The launchers read {@code threads} and {@code memory} from the same file.
 *
 * @param language a code such as {@code zh}; null for the system's
 * @param threads that compute; 0 for as many as there are cores
 * @param memory for Java's objects and for maps, in MB; 0 for the usual
 * @param text the size of the window's text, in percent of the usual; 0 counts as 100
 * @param cache the folder of what can be fetched or computed again; null for the system's
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Settings(
        @Nullable String language,
        int threads,
        int memory,
        int text,
        @Nullable String cache) {

    /** Nothing is set. */
    public static final Settings USUAL = new Settings(null, 0, 0, 100, null);

    public static final int MOST_THREADS = 1024;

    /** In MB. The window starts with no less. */
    public static final int LEAST_MEMORY = 512;

    /** In MB. */
    public static final int MOST_MEMORY = 1 << 20;

    public static final int LEAST_TEXT = 75;
    public static final int MOST_TEXT = 250;

    /** More is no file of ours. */
    private static final long MOST_BYTES = 1 << 16;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public Settings {
        threads = Math.max(0, Math.min(MOST_THREADS, threads));
        memory = memory <= 0 ? 0 : Math.max(LEAST_MEMORY, Math.min(MOST_MEMORY, memory));
        text = text <= 0 ? 100 : Math.max(LEAST_TEXT, Math.min(MOST_TEXT, text));
        cache = isPath(cache) ? cache : null;
        language = language == null || language.isBlank() ? null : language;
    }

    private static boolean isPath(@Nullable String path) {
        try {
            return path != null && !path.isBlank() && Path.of(path).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The language that was set. */
    public Optional<Language> spoken() {
        return Stream.of(Language.values())
                .filter(spoken -> spoken.code().equals(language))
                .findFirst();
    }

    /** What was set; nothing where the file is not there or cannot be read, as no program should stop at that. */
    public static Settings read(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES
                    ? Objects.requireNonNull(JSON.readValue(file.toFile(), Settings.class))
                    : USUAL;
        } catch (IOException | RuntimeException e) {
            return USUAL;
        }
    }

    /** The user's. */
    public static Settings usual() {
        return read(usualFile());
    }

    /**
     * Saves them whole or not at all.
     *
     * @throws org.zfscope.models.io.InputException if the file cannot be written
     */
    public void write(Path file) {
        AtomicFile.write(file, out -> out.write(JSON.writeValueAsBytes(this)));
    }

    /** Where the user's are kept; the system property {@code zfscope.settings} names another file. */
    public static Path usualFile() {
        return Optional.ofNullable(System.getProperty("zfscope.settings"))
                .map(Path::of)
                .orElseGet(() -> folder().resolve("settings.json"));
    }

    /** Where the system keeps what programs remember. */
    public static Path folder() {
        return folder(
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT),
                System.getenv(),
                Path.of(System.getProperty("user.home", ".")));
    }

    static Path folder(String system, Map<String, String> environment, Path home) {
        if (system.contains("win")) {
            return given(environment, "APPDATA").orElse(home).resolve("zfscope");
        }
        if (system.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("zfscope");
        }
        return given(environment, "XDG_CONFIG_HOME")
                .orElse(home.resolve(".config"))
                .resolve("zfscope");
    }

    private static Optional<Path> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(v -> !v.isBlank())
                .map(Path::of);
    }
}
