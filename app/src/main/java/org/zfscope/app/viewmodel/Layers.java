package org.zfscope.app.viewmodel;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** The network's layers in order, and those of them that are searched for. */
public final class Layers {

    private final ObservableList<LayerRow> all = FXCollections.observableArrayList();
    private final FilteredList<LayerRow> found = new FilteredList<>(all);
    private final Inspector inspector;
    private final StringProperty search = new SimpleStringProperty("");
    private final BooleanProperty mainOnly = new SimpleBooleanProperty();

    Layers(Inspector inspector) {
        this.inspector = inspector;
        inspector.results().network().addListener((o, before, now) -> {
            search.set("");
            all.setAll(now.map(LayerRow::of).orElse(List.of()));
        });
        search.addListener(o -> filter());
        mainOnly.addListener(o -> filter());
    }

    private void filter() {
        found.setPredicate(this::matches);
    }

    /** By name or kind, and whether it is one of those that are listed. */
    boolean matches(LayerRow row) {
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        boolean named = row.name().toLowerCase(Locale.ROOT).contains(wanted)
                || row.kind().contains(wanted);
        return named && (row.isMain() || !mainOnly.get());
    }

    public ObservableList<LayerRow> found() {
        return found;
    }

    /** Every layer of the network. */
    public ObservableList<LayerRow> all() {
        return all;
    }

    /** The first that is found is shown; nothing where none is. */
    public void chooseFirst() {
        found.stream().findFirst().ifPresent(row -> inspector.selection().layer(row.name()));
    }

    /** Whether only what fires, pools and joins is listed. */
    public BooleanProperty mainOnly() {
        return mainOnly;
    }

    /** What is looked for. */
    public StringProperty search() {
        return search;
    }
}
