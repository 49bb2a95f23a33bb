package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.zfscope.app.task.Executor;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.image.Resample;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.NpyFiles;
import org.zfscope.models.words.Quantities;

/** The pictures that are open, as a film strip. */
public final class FilmStrip {

    private static final int THUMBNAIL = 56;

    /** Thumbnails of long films are made again when they are seen again. */
    private static final int MOST_KEPT = 500;

    private final Executor executor;
    private final Inspector inspector;
    private final ObservableList<Path> all = FXCollections.observableArrayList();
    private final FilmOrder order = new FilmOrder(all);
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final Map<Path, ReadOnlyObjectWrapper<Thumbnail>> thumbnails = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, ReadOnlyObjectWrapper<Thumbnail>> eldest) {
            return size() > MOST_KEPT;
        }
    };

    FilmStrip(Executor executor, Inspector inspector) {
        this.executor = executor;
        this.inspector = inspector;
        count.bind(Bindings.createStringBinding(
                this::counted, order.shown(), all, inspector.choices().picture()));
    }

    private String counted() {
        if (all.isEmpty()) {
            return "";
        }
        int place =
                inspector.choices().picture().get().map(order.shown()::indexOf).orElse(-1) + 1;
        String shown = Quantities.count(order.shown().size());
        String part = place == 0
                ? say("app.film-strip.pictures", shown)
                : say("app.film-strip.of", Quantities.count(place), shown);
        return order.shown().size() == all.size()
                ? part
                : say("app.film-strip.part", part, Quantities.count(all.size()));
    }

    /** Which of how many is shown: 12 of 3,539. */
    public ReadOnlyStringProperty count() {
        return count.getReadOnlyProperty();
    }

    /** All of them in the order in which they came, or were put. */
    public ObservableList<Path> all() {
        return all;
    }

    /** Those of the class that is asked for, in the order that is asked for. */
    public FilmOrder order() {
        return order;
    }

    /** New pictures join the film; the first of these is shown. */
    void append(List<Path> pictures) {
        Set<Path> known = new HashSet<>(all);
        all.addAll(pictures.stream().filter(known::add).toList());
        showFirst(pictures);
    }

    /** The first that can be read; the others before it get a cross. */
    private void showFirst(List<Path> pictures) {
        if (pictures.size() == 1) {
            show(pictures.get(0));
            return;
        }
        executor.errand(
                ticket -> {
                    for (Path picture : pictures) {
                        ticket.check();
                        if (!small(picture).isBroken()) {
                            ticket.hand(() -> show(picture));
                            return;
                        }
                    }
                    ticket.hand(() -> pictures.stream().findFirst().ifPresent(this::show));
                },
                inspector::tell);
    }

    /** Leaves a picture out; the next one is shown if it was this one. */
    public void remove(Path picture) {
        List<Path> film = order.shown();
        int at = film.indexOf(picture);
        Optional<Path> next = film.stream().skip(at + 1L).findFirst();
        Optional<Path> before = film.stream().limit(Math.max(0, at)).reduce((first, second) -> second);
        leave(picture, next.or(() -> before));
    }

    private void leave(Path picture, Optional<Path> neighbour) {
        inspector.change(() -> {
            all.remove(picture);
            if (inspector.choices().picture().get().equals(Optional.of(picture))) {
                inspector.choices().picture().set(neighbour.or(() -> all.stream()
                        .findFirst()));
            }
        });
    }

    /** Leaves all out. */
    public void clear() {
        inspector.change(() -> {
            all.clear();
            inspector.choices().picture().set(Optional.empty());
        });
    }

    /** Puts a picture where another one is. */
    public void move(Path picture, Path to) {
        int place = all.indexOf(to);
        if (place >= 0 && all.contains(picture) && !picture.equals(to)) {
            List<Path> moved = new ArrayList<>(all);
            moved.remove(picture);
            moved.add(place, picture);
            all.setAll(moved);
        }
    }

    /** Puts a picture so many places further on among those that are seen. */
    public void moveBy(Path picture, int places) {
        List<Path> film = order.shown();
        int to = film.indexOf(picture) + places;
        if (to >= 0 && to < film.size()) {
            move(picture, film.get(to));
        }
    }

    /** Shows one of the film's pictures, or another one, which joins the film. */
    public void show(Path picture) {
        if (!all.contains(picture)) {
            all.add(picture);
        }
        inspector.openPicture(picture);
    }

    /** The picture so many places further on; from the last on with the first. */
    public void showBy(int places) {
        List<Path> film = order.shown();
        if (!film.isEmpty()) {
            int at = inspector.choices().picture().get().map(film::indexOf).orElse(-places);
            show(film.get(Math.floorMod(at + places, film.size())));
        }
    }

    /** A small picture, which comes when it has been made; or why there is none. */
    public ReadOnlyObjectProperty<Thumbnail> thumbnail(Path picture) {
        ReadOnlyObjectWrapper<Thumbnail> known = thumbnails.get(picture);
        if (known != null) {
            return known.getReadOnlyProperty();
        }
        ReadOnlyObjectWrapper<Thumbnail> made = new ReadOnlyObjectWrapper<>(Thumbnail.NOTHING);
        thumbnails.put(picture, made);
        executor.errand(
                ticket -> {
                    Thumbnail small = small(picture);
                    ticket.hand(() -> made.set(small));
                },
                inspector::tell);
        return made.getReadOnlyProperty();
    }

    private static Thumbnail small(Path file) {
        if (NpyFiles.looksLikeNpy(file)) {
            return Thumbnail.NOTHING;
        }
        try {
            RgbImage picture = ImageFiles.read(file);
            double scale = (double) THUMBNAIL / Math.max(picture.width(), picture.height());
            RgbImage small = Resample.bicubic(
                    picture, (int) Math.max(1, picture.width() * scale), (int) Math.max(1, picture.height() * scale));
            return new Thumbnail(Optional.of(small), "");
        } catch (InputException e) {
            return new Thumbnail(Optional.empty(), e.message());
        }
    }
}
