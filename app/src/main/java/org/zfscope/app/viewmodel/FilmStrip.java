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
    private final Map<Path, ReadOnlyObjectWrapper<Optional<RgbImage>>> thumbnails =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Path, ReadOnlyObjectWrapper<Optional<RgbImage>>> eldest) {
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
        if (!pictures.isEmpty()) {
            show(pictures.get(0));
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
        if (!all.isEmpty()) {
            int at = inspector.choices().picture().get().map(all::indexOf).orElse(-places);
            show(all.get(Math.floorMod(at + places, all.size())));
        }
    }

    /** A small picture, which comes when it has been made; none for what cannot be read. */
    public ReadOnlyObjectProperty<Optional<RgbImage>> thumbnail(Path picture) {
        ReadOnlyObjectWrapper<Optional<RgbImage>> known = thumbnails.get(picture);
        if (known != null) {
            return known.getReadOnlyProperty();
        }
        ReadOnlyObjectWrapper<Optional<RgbImage>> made = new ReadOnlyObjectWrapper<>(Optional.empty());
        thumbnails.put(picture, made);
        executor.errand(
                ticket -> {
                    Optional<RgbImage> small = small(picture);
                    ticket.hand(() -> made.set(small));
                },
                inspector::tell);
        return made.getReadOnlyProperty();
    }

    private static Optional<RgbImage> small(Path file) {
        if (NpyFiles.looksLikeNpy(file)) {
            return Optional.empty();
        }
        try {
            RgbImage picture = ImageFiles.read(file);
            double scale = (double) THUMBNAIL / Math.max(picture.width(), picture.height());
            return Optional.of(Resample.bicubic(
                    picture, (int) Math.max(1, picture.width() * scale), (int) Math.max(1, picture.height() * scale)));
        } catch (InputException e) {
            return Optional.empty(); // the user is told when the picture is chosen
        }
    }
}
