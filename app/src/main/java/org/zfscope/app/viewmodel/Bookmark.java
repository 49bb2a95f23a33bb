package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.open.Models;
import org.zfscope.viz.Target;

/**
 * A place with a note.
 *
 * @param model a file or a name
 * @param weights of the model, where its own file holds none
 * @param architecture that the model's file holds weights for
 * @param hash the model file's SHA-256; empty for a name
 * @param layer whose maps were shown
 * @param target the unit's address
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Bookmark(
        String model,
        @Nullable String weights,
        @Nullable String architecture,
        String hash,
        String picture,
        String layer,
        String target,
        String note) {

    static Bookmark of(Place place, String hash, String note) {
        ModelSource model = place.model();
        return new Bookmark(
                model.given(),
                model.weights().map(Path::toString).orElse(null),
                model.file().flatMap(file -> model.architecture()).orElse(null),
                hash,
                place.picture().toString(),
                place.layer(),
                place.target().toString(),
                note);
    }

    /** Where it leads; throws IllegalArgumentException if a stranger's file names no path or unit. */
    Place place() {
        ModelSource source =
                Models.source(model).withWeights(Optional.ofNullable(weights).map(Path::of));
        return new Place(
                architecture == null ? source : source.withArchitecture(Optional.of(architecture)),
                Path.of(picture),
                layer,
                Target.parse(target));
    }

    /** The unit's address; none where a stranger's file names none. */
    Optional<Target> unit() {
        try {
            return Optional.of(Target.parse(target));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Unit, picture and network in one line. */
    public String where() {
        return say(
                "app.bookmark.where",
                target,
                Path.of(picture).getFileName(),
                Models.source(model).shortName());
    }
}
