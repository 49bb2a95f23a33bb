package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zfscope.models.io.AtomicFile;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.open.Models;
import org.zfscope.models.settings.Settings;
import org.zfscope.viz.Method;
import org.zfscope.viz.deconv.GateRule;
import org.zfscope.viz.deconv.LrnRule;
import org.zfscope.viz.deconv.ReluRule;

/**
 * What the window remembers from one start to the next. Fields that are not there keep their usual values.
 *
 * @param weights of the model, where its own file holds none
 * @param architecture that the model's file holds weights for
 * @param window x, y, width, height; empty for the usual place
 * @param lately what was open
 * @param folder where the last dialog ended
 * @param index of strongest pictures
 * @param indexed the folder of its pictures
 * @param widths of the outer panes, in pixels; empty where nobody has drawn them
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SavedState(
        @Nullable String model,
        @Nullable String weights,
        @Nullable String architecture,
        @Nullable String picture,
        @Nullable String layer,
        @Nullable String target,
        @Nullable String rule,
        @Nullable String lrn,
        @Nullable String gates,
        @Nullable String seed,
        @Nullable String kind,
        double gain,
        double mapsGain,
        @Nullable String scale,
        @Nullable String side,
        @Nullable String order,
        boolean control,
        boolean dark,
        boolean maximized,
        List<Double> window,
        List<Double> widths,
        List<String> film,
        Recents lately,
        @Nullable String folder,
        @Nullable String index,
        @Nullable String indexed,
        List<Bookmark> bookmarks) {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** A first start. */
    public static final SavedState NONE = new SavedState(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            1,
            1,
            null,
            null,
            null,
            false,
            false,
            false,
            List.of(),
            List.of(),
            List.of(),
            Recents.NONE,
            null,
            null,
            null,
            List.of());

    public SavedState {
        window = copy(window);
        widths = copy(widths);
        film = copy(film);
        bookmarks = copy(bookmarks);
        lately = lately == null ? Recents.NONE : lately;
    }

    private static <T> List<T> copy(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }

    /** The network that was open. */
    Optional<ModelSource> source() {
        return Optional.ofNullable(model)
                .map(Models::source)
                .map(m -> m.withWeights(Optional.ofNullable(weights).map(Path::of)))
                .map(m -> architecture == null ? m : m.withArchitecture(Optional.of(architecture)));
    }

    /** How units are projected; what is missing or unknown is as usual. */
    Method method() {
        Method usual = named(ReluRule.values(), rule).map(Method::of).orElse(Method.DECONVNET);
        Method seeded = named(Method.Seed.values(), seed).map(usual::with).orElse(usual);
        Method normed = named(LrnRule.values(), lrn).map(seeded::with).orElse(seeded);
        return named(GateRule.values(), gates).map(normed::with).orElse(normed);
    }

    static <E extends Enum<E>> Optional<E> named(E[] all, @Nullable String name) {
        return List.of(all).stream().filter(e -> e.name().equals(name)).findFirst();
    }

    /**
     * What was saved. Without a file this is a first start; with one that cannot be used too, but the file is kept aside.
     *
     * @param problem told what is wrong with the file
     */
    public static SavedState read(Path file, Consumer<InputException> problem) {
        if (!Files.isRegularFile(file)) {
            return NONE;
        }
        try {
            return Objects.requireNonNull(JSON.readValue(file.toFile(), SavedState.class))
                    .checked();
        } catch (IOException | RuntimeException e) {
            problem.accept(
                    InputException.in(file, say("app.saved-state.what-window-remembered-cannot", keptAside(file)), e));
            return NONE;
        }
    }

    /** Itself, unless what should be a path can be none: that is found here, and not where the path is needed. */
    SavedState checked() {
        Optional<String> file = Optional.ofNullable(model).filter(name -> !Models.isName(name));
        Stream.concat(Stream.of(file.orElse(null), weights, picture, folder, index, indexed), film.stream())
                .flatMap(Stream::ofNullable)
                .map(Path::of)
                .forEach(path -> {});
        bookmarks.forEach(Bookmark::place);
        return this;
    }

    private static String keptAside(Path file) {
        Path aside = file.resolveSibling(file.getFileName() + ".broken");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return say("app.saved-state.file-kept", aside);
        } catch (IOException e) {
            return say("app.saved-state.file-will-written-anew");
        }
    }

    /**
     * Saves a whole file or none.
     *
     * @throws org.zfscope.models.io.InputException if it cannot be written
     */
    public void write(Path file) {
        AtomicFile.write(file, out -> out.write(JSON.writeValueAsBytes(this)));
    }

    /** Where the system keeps such things; the system property {@code zfscope.state} names another file. */
    public static Path usualFile() {
        return Optional.ofNullable(System.getProperty("zfscope.state"))
                .map(Path::of)
                .orElseGet(() -> Settings.folder().resolve("window.json"));
    }
}
