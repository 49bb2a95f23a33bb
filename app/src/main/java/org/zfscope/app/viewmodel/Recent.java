package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.zfscope.models.open.Models;
import org.zfscope.viz.exhibit.IndexFile;

/** What was open lately and worked. What is asked for is a candidate until it is seen. */
public final class Recent {

    /** What lies apart in the menu. */
    public enum Kind {
        MODELS,
        PICTURES,
        INDEXES,
        SESSIONS;

        /** The heading of its list. */
        public String title() {
            return switch (this) {
                case MODELS -> say("app.recent.models");
                case PICTURES -> say("app.recent.pictures");
                case INDEXES -> say("app.recent.indexes");
                case SESSIONS -> say("app.recent.sessions");
            };
        }
    }

    /** Of each kind. */
    private static final int MOST = 10;

    /** Of a path, the end says most. */
    private static final int LONGEST = 60;

    private final Map<Kind, ObservableList<String>> worked = new EnumMap<>(Kind.class);
    private final Set<String> asked = new LinkedHashSet<>();

    Recent(Inspector inspector) {
        for (Kind kind : Kind.values()) {
            worked.put(kind, FXCollections.observableArrayList());
        }
        Results results = inspector.results();
        results.network().addListener((all, before, now) -> results.opened()
                .question()
                .ifPresent(opened -> seen(Kind.MODELS, opened.model().given())));
        results.seen().addListener((all, before, now) -> now.file().ifPresent(file -> seen(Kind.PICTURES, "" + file)));
        inspector.choices().index().addListener((all, before, now) -> now.map(IndexFile::file)
                .ifPresent(file -> seen(Kind.INDEXES, "" + file)));
    }

    /** Somebody wants to see these. */
    void ask(List<String> files) {
        files.stream().limit(MOST).forEach(asked::add);
        while (asked.size() > MOST * Kind.values().length) {
            asked.remove(asked.iterator().next());
        }
    }

    private void seen(Kind kind, String what) {
        if (asked.remove(what)) {
            add(kind, what);
        }
    }

    /** It worked. */
    void add(Kind kind, String what) {
        ObservableList<String> list = of(kind);
        list.remove(what);
        list.add(0, what);
        if (list.size() > MOST) {
            list.remove(MOST, list.size());
        }
    }

    /** The latest first. */
    public ObservableList<String> of(Kind kind) {
        return Objects.requireNonNull(worked.get(kind));
    }

    /** Whether there is anything at all. */
    public boolean isEmpty() {
        return worked.values().stream().allMatch(List::isEmpty);
    }

    /** All that is known, to be kept. */
    Recents all() {
        return new Recents(of(Kind.MODELS), of(Kind.PICTURES), of(Kind.INDEXES), of(Kind.SESSIONS));
    }

    void restore(Recents kept) {
        of(Kind.MODELS).setAll(kept.models());
        of(Kind.PICTURES).setAll(kept.pictures());
        of(Kind.INDEXES).setAll(kept.indexes());
        of(Kind.SESSIONS).setAll(kept.sessions());
    }

    /** In a menu: networks whose weights are random say so, of a long path the end is seen. */
    public static String title(String what) {
        Optional<String> warning = Models.isName(what) ? Models.weights(what).warning() : Optional.empty();
        String name = what.startsWith(Models.RANDOM) ? what.substring(Models.RANDOM.length()) : what;
        return warning.map(w -> name + ", " + w).orElse(end(what));
    }

    private static String end(String path) {
        return path.length() <= LONGEST ? path : "…" + path.substring(path.length() - LONGEST + 1);
    }
}
