package org.zfscope.app.viewmodel;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.zfscope.models.load.ImageNet;

/**
 * Which pictures of the film are seen, in which order. A picture's class is the name of its folder, where the film has
 * pictures of that folder's neighbours too, as data sets lie.
 */
public final class FilmOrder {

    /** By what pictures are sorted. */
    public enum By {
        FILM,
        NAME,
        CLASS
    }

    private final ObservableList<Path> all;
    private final ObservableList<Path> shown = FXCollections.observableArrayList();
    private final ObservableList<String> classes = FXCollections.observableArrayList();
    private final ObjectProperty<By> by = new SimpleObjectProperty<>(By.FILM);
    private final ObjectProperty<Optional<String>> only = new SimpleObjectProperty<>(Optional.empty());
    private Set<Path> folders = Set.of();

    FilmOrder(ObservableList<Path> all) {
        this.all = all;
        InvalidationListener arrange = change -> arrange();
        all.addListener((InvalidationListener) change -> {
            classify();
            arrange();
        });
        by.addListener(arrange);
        only.addListener(arrange);
    }

    private void classify() {
        Map<Path, Set<Path>> inside = new HashMap<>();
        for (Path picture : all) {
            Optional.ofNullable(picture.getParent()).ifPresent(folder -> Optional.ofNullable(folder.getParent())
                    .ifPresent(root ->
                            inside.computeIfAbsent(root, r -> new HashSet<>()).add(folder)));
        }
        Set<Path> neighbours = new HashSet<>();
        inside.values().stream().filter(siblings -> siblings.size() > 1).forEach(neighbours::addAll);
        folders = neighbours;
        List<String> named =
                List.copyOf(new TreeSet<>(folders.stream().map(FilmOrder::label).toList()));
        if (!named.equals(classes)) {
            if (only.get().filter(chosen -> !named.contains(chosen)).isPresent()) {
                only.set(Optional.empty());
            }
            classes.setAll(named);
        }
    }

    /** Data sets call folders by WordNet numbers, people do not. */
    private static String label(Path folder) {
        return ImageNet.readable(name(folder));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private void arrange() {
        Stream<Path> chosen = all.stream()
                .filter(picture -> only.get().isEmpty() || only.get().equals(of(picture)));
        Comparator<Path> names = Comparator.comparing(FilmOrder::name);
        Comparator<Path> classes = Comparator.comparing((Path p) -> of(p).orElse(""));
        shown.setAll(
                switch (by.get()) {
                    case FILM -> chosen.toList();
                    case NAME -> chosen.sorted(names).toList();
                    case CLASS -> chosen.sorted(classes.thenComparing(names)).toList();
                });
    }

    /** A picture's class. */
    public Optional<String> of(Path picture) {
        return Optional.ofNullable(picture.getParent())
                .filter(folders::contains)
                .map(FilmOrder::label);
    }

    /** The film as it is seen. */
    public ObservableList<Path> shown() {
        return shown;
    }

    /** All classes, by name. */
    public ObservableList<String> classes() {
        return classes;
    }

    public ObjectProperty<By> by() {
        return by;
    }

    /** The class that is seen alone, if one is. */
    public ObjectProperty<Optional<String>> only() {
        return only;
    }
}
