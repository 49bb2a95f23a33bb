package org.zfscope.app.viewmodel;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was open lately, the latest first, as it is written down. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Recents(List<String> models, List<String> pictures, List<String> indexes, List<String> sessions) {

    /** Nothing yet. */
    static final Recents NONE = new Recents(List.of(), List.of(), List.of(), List.of());

    public Recents {
        models = copy(models);
        pictures = copy(pictures);
        indexes = copy(indexes);
        sessions = copy(sessions);
    }

    private static List<String> copy(@Nullable List<String> given) {
        return given == null ? List.of() : List.copyOf(given);
    }
}
