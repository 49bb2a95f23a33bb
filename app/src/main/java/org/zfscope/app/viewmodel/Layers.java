package org.zfscope.app.viewmodel;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** The network's layers in order, and those of them that are searched for. */
public final class Layers {

    private final ObservableList<LayerRow> all = FXCollections.observableArrayList();
    private final FilteredList<LayerRow> found = new FilteredList<>(all);
    private final StringProperty search = new SimpleStringProperty("");

    Layers(Inspector inspector) {
        inspector
                .results()
                .network()
                .addListener(
                        (o, before, now) -> all.setAll(now.map(LayerRow::of).orElse(List.of())));
        search.addListener((o, before, now) -> found.setPredicate(row -> matches(row, now)));
    }

    /** By name or kind. */
    private static boolean matches(LayerRow row, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return row.name().toLowerCase(Locale.ROOT).contains(wanted)
                || row.kind().contains(wanted);
    }

    public ObservableList<LayerRow> found() {
        return found;
    }

    public StringProperty search() {
        return search;
    }
}
