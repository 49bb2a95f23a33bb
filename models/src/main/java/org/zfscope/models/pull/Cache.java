package org.zfscope.models.pull;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.zfscope.models.io.InputException;
import org.zfscope.models.settings.Settings;

/** Where fetched networks lie: a folder each, with the file, its card, and {@code pulled.json}, which is written last. */
public record Cache(Path folder) {

    /** Names another folder; the system property {@code zfscope.cache} does too. */
    static final String VARIABLE = "ZFSCOPE_CACHE";

    /** The user's. */
    public static Cache usual() {
        return new Cache(setting("zfscope.cache", VARIABLE)
                .or(() -> Optional.ofNullable(Settings.usual().cache()))
                .map(Path::of)
                .orElseGet(() -> folder(
                        System.getProperty("os.name", "").toLowerCase(Locale.ROOT),
                        System.getenv(),
                        Path.of(System.getProperty("user.home", ".")))));
    }

    /** What was set for this process: by a system property, else by the environment. */
    static Optional<String> setting(String property, String variable) {
        return Optional.ofNullable(System.getProperty(property))
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .filter(value -> !value.isBlank());
    }

    /** The folder that the system has for what can be fetched or computed again. */
    static Path folder(String system, Map<String, String> environment, Path home) {
        if (system.contains("win")) {
            return given(environment, "LOCALAPPDATA")
                    .orElse(home.resolve("AppData").resolve("Local"))
                    .resolve("zfscope");
        }
        if (system.contains("mac")) {
            return home.resolve("Library").resolve("Caches").resolve("zfscope");
        }
        return given(environment, "XDG_CACHE_HOME")
                .filter(Path::isAbsolute)
                .orElse(home.resolve(".cache"))
                .resolve("zfscope");
    }

    private static Optional<Path> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    /** Where indexes of strongest pictures lie that were given no other place. */
    public Path indexes() {
        return folder.resolve("indexes");
    }

    private Path models() {
        return folder.resolve("models");
    }

    /** How many bytes the fetched networks take. */
    public long size() {
        try (Stream<Path> files = Files.walk(models())) {
            return files.filter(Files::isRegularFile).mapToLong(Cache::size).sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    /**
     * Deletes the fetched networks, which can be fetched again; indexes stay, as scans take long.
     *
     * @throws org.zfscope.models.io.InputException if one cannot be deleted
     */
    public void clear() {
        if (!Files.isDirectory(models(), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(models())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException | UncheckedIOException e) {
            throw InputException.in(models(), say("models.cache.cannot-cleared", e), e);
        }
    }

    /** Where a network's file lies, or will. */
    public Path file(Offer offer) {
        return home(offer).resolve(offer.file());
    }

    /** All that is kept of a network. */
    Path home(Offer offer) {
        return models().resolve(offer.name());
    }

    /** The file of a network if it is there whole: it was verified, and is as long as it was then. */
    public Optional<Path> whole(Offer offer) {
        Path file = file(offer);
        return Pulled.read(record(offer))
                .filter(pulled -> pulled.bytes() == size(file))
                .map(pulled -> file);
    }

    /** The same by the network's name. */
    public Optional<Path> whole(String name) {
        return Offers.named(name).flatMap(this::whole);
    }

    /** What is known of it since it was verified, though its file may be gone. */
    public Optional<Pulled> pulled(Offer offer) {
        return Pulled.read(record(offer));
    }

    Path record(Offer offer) {
        return home(offer).resolve("pulled.json");
    }

    /** -1 if there is no file. */
    static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return -1;
        }
    }
}
