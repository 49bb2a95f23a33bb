package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.zfscope.models.Network;
import org.zfscope.models.io.InputException;
import org.zfscope.viz.Target;

/** Where one is, as text that can be typed over to get somewhere else; with what may be meant, and what is wrong with it. */
public final class AddressLine {

    private final Inspector inspector;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObservableList<Suggestion> suggestions = FXCollections.observableArrayList();
    private String here = "";

    AddressLine(Inspector inspector) {
        this.inspector = inspector;
        text.addListener((all, before, now) -> typed(now));
        inspector.choices().target().addListener((all, before, now) -> back());
        inspector.results().network().addListener((all, before, now) -> back());
    }

    private void typed(String now) {
        problem.set("");
        List<Suggestion> found = now.equals(here)
                ? List.of()
                : inspector
                        .results()
                        .network()
                        .get()
                        .map(network -> new Addresses(network).complete(now))
                        .orElse(List.of());
        suggestions.setAll(found);
    }

    /** Leaves what was typed: the line says again where one is. */
    public void back() {
        here = inspector.choices().target().get().map(Target::toString).orElse("");
        text.set(here);
        problem.set("");
        suggestions.clear();
    }

    /**
     * Goes where the text says, or says below it why that cannot be.
     *
     * @return whether it went
     */
    public boolean go() {
        try {
            Network network = inspector
                    .results()
                    .network()
                    .get()
                    .orElseThrow(() -> new InputException(say("app.address-line.no-network")));
            int unit = inspector.selection().unit().get();
            inspector.selection().go(new Addresses(network).find(text.get(), unit));
            back();
            return true;
        } catch (InputException e) {
            problem.set(e.message());
            return false;
        }
    }

    /** Goes where a suggestion leads. */
    public boolean go(Suggestion suggestion) {
        text.set(suggestion.address());
        return go();
    }

    /** What is typed. */
    public StringProperty text() {
        return text;
    }

    /** What is wrong with it, after it was tried; else empty. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** What may be meant. */
    public ObservableList<Suggestion> suggestions() {
        return suggestions;
    }
}
