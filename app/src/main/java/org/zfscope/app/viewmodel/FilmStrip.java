package org.zfscope.app.viewmodel;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.zfscope.app.task.Executor;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.image.Resample;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.NpyFiles;

/** The pictures that are open, as a film strip. */
public final class FilmStrip {

    private static final int THUMBNAIL = 56;

    /** Thumbnails of long films are made again when they are seen again. */
    private static final int MOST_KEPT = 500;

    private final Executor executor;
    private final Inspector inspector;
    private final ObservableList<Path> all = FXCollections.observableArrayList();
    private final Map<Path, ReadOnlyObjectWrapper<Thumbnail>> thumbnails =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Path, ReadOnlyObjectWrapper<Thumbnail>> eldest) {
                    return size() > MOST_KEPT;
                }
            };

    FilmStrip(Executor executor, Inspector inspector) {
        this.executor = executor;
        this.inspector = inspector;
    }

    public ObservableList<Path> all() {
        return all;
    }

    /** Takes new pictures for the film and shows the first. */
    void replace(List<Path> pictures) {
        all.setAll(pictures);
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

    /** Shows one of the film's pictures, or another one, which joins the film. */
    public void show(Path picture) {
        if (!all.contains(picture)) {
            all.add(picture);
        }
        inspector.openPicture(picture);
    }

    /** The picture so many places further on; from the last on with the first. */
    public void showBy(int places) {
        if (!all.isEmpty()) {
            int at = inspector.choices().picture().get().map(all::indexOf).orElse(-places);
            show(all.get(Math.floorMod(at + places, all.size())));
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
