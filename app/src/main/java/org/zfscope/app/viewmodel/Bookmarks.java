package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.zfscope.app.task.Executor;
import org.zfscope.models.Network;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.Sha256;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.open.Models;
import org.zfscope.viz.Target;

/** Places that somebody wants to find again, the newest first. */
public final class Bookmarks {

    private final Executor executor;
    private final Inspector inspector;
    private final History history;
    private final ObservableList<Bookmark> all = FXCollections.observableArrayList();
    private final BooleanProperty open = new SimpleBooleanProperty();

    Bookmarks(Executor executor, Inspector inspector, History history) {
        this.executor = executor;
        this.inspector = inspector;
        this.history = history;
    }

    /** Marks where one is. */
    public void add(String note) {
        history.here()
                .ifPresentOrElse(
                        place -> executor.errand(
                                ticket -> {
                                    Bookmark made = Bookmark.of(place, hash(place.model()), note.strip());
                                    ticket.hand(() -> all.add(0, made));
                                },
                                inspector::tell),
                        () -> inspector.tell(new InputException(say("app.bookmarks.nothing"))));
    }

    private static String hash(ModelSource model) {
        return model.file().map(Sha256::of).orElse("");
    }

    /** Goes there, unless the model's file is another one now. */
    public void go(Bookmark mark) {
        open.set(false);
        executor.errand(
                ticket -> {
                    Place place = place(mark);
                    ticket.hand(() -> history.go(place));
                },
                inspector::tell);
    }

    private static Place place(Bookmark mark) {
        Place place;
        try {
            place = mark.place();
        } catch (IllegalArgumentException e) {
            throw new InputException(say("app.bookmarks.broken", mark.target()), e);
        }
        if (!Models.isThere(place.model())) {
            throw new InputException(say("app.bookmarks.no-model", mark.model()));
        }
        if (!Files.exists(place.picture())) {
            throw new InputException(say("app.bookmarks.no-picture", mark.picture()));
        }
        if (!hash(place.model()).equals(mark.hash())) {
            throw new InputException(say("app.bookmarks.other-model", mark.model()));
        }
        return place;
    }

    /** The units of a network that are marked, each once, in the order in which they were. */
    List<Target> of(ModelSource model, Network network) {
        List<Target> units = all.stream()
                .filter(mark -> mark.model().equals(model.given()))
                .flatMap(mark -> mark.unit().stream())
                .filter(unit -> unit.isIn(network))
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(units);
        return units;
    }

    public void remove(Bookmark mark) {
        all.remove(mark);
    }

    public ObservableList<Bookmark> all() {
        return all;
    }

    /** Whether they are shown. */
    public BooleanProperty open() {
        return open;
    }
}
