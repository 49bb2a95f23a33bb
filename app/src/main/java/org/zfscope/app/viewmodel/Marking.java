package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.zfscope.app.engine.Knob;
import org.zfscope.app.engine.MarkedPicture;
import org.zfscope.app.task.Executor;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.viz.analysis.Parts;
import org.zfscope.viz.analysis.Parts.Place;

/** Marks the same parts in the pictures of the film, one after the other, and keeps them in the file that is analysed. */
public final class Marking {

    /** Differ for the colour-blind too [Okabe2008]. */
    private static final List<Integer> COLOURS =
            List.of(0xE69F00, 0x56B4E9, 0x009E73, 0xF0E442, 0x0072B2, 0xD55E00, 0xCC79A7);

    private static final String COMMA = ",";

    private final Executor executor;
    private final Inspector inspector;
    private final FilmStrip film;
    private final Experiments experiments;
    private final StringProperty names = new SimpleStringProperty(say("app.marking.names"));
    private final ObjectProperty<String> part = new SimpleObjectProperty<>("");
    private final Map<Path, Map<String, Place>> places = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Optional<RgbImage>> picture = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper says = new ReadOnlyStringWrapper("");
    private Optional<MarkedPicture> wanted = Optional.empty();
    private boolean open;

    Marking(Executor executor, Inspector inspector, FilmStrip film, Experiments experiments) {
        this.executor = executor;
        this.inspector = inspector;
        this.film = film;
        this.experiments = experiments;
        InvalidationListener changed = choice -> look(open);
        names.addListener((all, before, now) -> {
            forget();
            next();
        });
        part.addListener(changed);
        next();
    }

    /** The parts' names, with commas between. */
    public StringProperty names() {
        return names;
    }

    /** The parts. */
    public List<String> parts() {
        return Arrays.stream(names.get().split(COMMA, -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** The part that is marked next. */
    public ObjectProperty<String> part() {
        return part;
    }

    /** A part's colour, as style sheets have it. */
    public String colour(String name) {
        return String.format(Locale.ROOT, "#%06x", rgb(name));
    }

    private int rgb(String name) {
        return COLOURS.get(Math.floorMod(parts().indexOf(name), COLOURS.size()));
    }

    /** Marks the part in the picture that is shown; then it is the next part's turn, or the next picture's. */
    public void mark(int row, int column) {
        Optional<Path> file = inspector.choices().picture().get();
        if (file.isPresent() && parts().contains(part.get())) {
            places.computeIfAbsent(file.get(), f -> new LinkedHashMap<>()).put(part.get(), new Place(row, column));
            forget();
            if (isWhole(file.get())) {
                film.all().stream().filter(f -> !isWhole(f)).findFirst().ifPresent(film::show);
            }
            next();
        }
    }

    private boolean isWhole(Path file) {
        return places.getOrDefault(file, Map.of()).keySet().containsAll(parts());
    }

    /** The first part that the picture lacks. */
    private void next() {
        Map<String, Place> known = inspector
                .choices()
                .picture()
                .get()
                .map(file -> places.getOrDefault(file, Map.of()))
                .orElse(Map.of());
        part.set(parts().stream()
                .filter(name -> !known.containsKey(name))
                .findFirst()
                .orElse(""));
        look(open);
    }

    /** The file no longer says what is marked. */
    private void forget() {
        experiments.knob(Knob.PARTS).set("");
    }

    /** Takes the marks of the picture that is shown away. */
    public void clear() {
        inspector.choices().picture().get().ifPresent(places::remove);
        forget();
        next();
    }

    /** The pictures in which every part is marked. */
    private List<Path> whole() {
        return places.keySet().stream().filter(this::isWhole).toList();
    }

    /** Whether there is enough to be compared. */
    public boolean isEnough() {
        return whole().size() > 1;
    }

    /** Writes the marks, and lets the experiment read them there. */
    public void save(Path file) {
        if (!isEnough()) {
            return;
        }
        Path folder = folder(whole());
        Map<String, Map<String, Place>> pictures = new LinkedHashMap<>();
        for (Path marked : whole()) {
            Map<String, Place> ordered = new LinkedHashMap<>();
            parts().forEach(name ->
                    ordered.put(name, places.getOrDefault(marked, Map.of()).getOrDefault(name, new Place(0, 0))));
            pictures.put(folder.relativize(marked.toAbsolutePath()).toString().replace('\\', '/'), ordered);
        }
        executor.errand(
                ticket -> {
                    new Parts(pictures).write(file);
                    ticket.hand(() -> read(file, folder));
                },
                inspector::tell);
    }

    /** The folder that all lie in. */
    private static Path folder(List<Path> files) {
        Path first = files.get(0).toAbsolutePath();
        int shared = first.getNameCount() - 1;
        for (Path file : files) {
            while (!file.toAbsolutePath().startsWith(above(first, shared))) {
                shared--;
            }
        }
        return above(first, shared);
    }

    private static Path above(Path file, int names) {
        Path root = Objects.requireNonNull(file.getRoot());
        return names == 0 ? root : root.resolve(file.subpath(0, names));
    }

    private void read(Path file, Path folder) {
        experiments.knob(Knob.IMAGES).set(folder.toString());
        experiments.knob(Knob.PARTS).set(file.toString());
    }

    /** Whether a file's pictures lie in a folder. */
    public boolean lieIn(Path file, Path folder) {
        try {
            return Parts.read(file).pictures().keySet().stream().allMatch(name -> Files.exists(folder.resolve(name)));
        } catch (InputException e) {
            return true; // opening it says what is wrong
        }
    }

    /** Takes the marks of a file, whose pictures join the film. */
    public void open(Path file, Path folder) {
        try {
            Parts read = Parts.read(file);
            List<Path> pictures = new ArrayList<>();
            names.set(String.join(", ", read.names()));
            places.clear();
            read.pictures().forEach((name, marks) -> {
                Path picture = folder.resolve(name);
                pictures.add(picture);
                places.put(picture, new LinkedHashMap<>(marks));
            });
            inspector.change(() -> pictures.forEach(film::show));
            film.show(pictures.get(0));
            read(file, folder);
            next();
        } catch (InputException e) {
            inspector.tell(e);
        }
    }

    /** Brings the picture up to date; only while somebody looks. */
    void look(boolean now) {
        open = now;
        Optional<MarkedPicture> before = wanted;
        wanted = open ? inspector.choices().picture().get().map(this::marked) : Optional.empty();
        says.set(words());
        if (!wanted.equals(before)) {
            wanted.ifPresentOrElse(this::draw, () -> picture.set(Optional.empty()));
        }
    }

    private MarkedPicture marked(Path file) {
        List<MarkedPicture.Mark> marks = new ArrayList<>();
        places.getOrDefault(file, Map.of())
                .forEach((name, place) -> marks.add(new MarkedPicture.Mark(place, rgb(name))));
        return new MarkedPicture(file, marks);
    }

    private void draw(MarkedPicture next) {
        executor.errand(
                ticket -> {
                    RgbImage drawn = next.draw();
                    ticket.hand(() -> {
                        if (wanted.equals(Optional.of(next))) {
                            picture.set(Optional.of(drawn));
                        }
                    });
                },
                inspector::tell);
    }

    private String words() {
        String done = say("app.marking.done", whole().size(), film.all().size());
        return part.get().isEmpty() ? done : done + " " + say("app.marking.click", part.get());
    }

    /** The picture that is shown, with its marks. */
    public ReadOnlyObjectProperty<Optional<RgbImage>> picture() {
        return picture.getReadOnlyProperty();
    }

    /** How far one is, and what to do next. */
    public ReadOnlyStringProperty says() {
        return says.getReadOnlyProperty();
    }
}
