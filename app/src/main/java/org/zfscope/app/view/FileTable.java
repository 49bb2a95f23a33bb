package org.zfscope.app.view;

import static org.zfscope.app.view.Menus.EDIT;
import static org.zfscope.app.view.Menus.FILE;
import static org.zfscope.models.words.Words.say;

import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.zfscope.app.view.KeyAction.Held;
import org.zfscope.app.viewmodel.Choices;
import org.zfscope.app.viewmodel.Piece;
import org.zfscope.app.viewmodel.Workbench;
import org.zfscope.viz.render.FigureFormat;

/** What can be done with files, the film strip and the clipboard. */
final class FileTable {

    private final Workbench bench;
    private final Choices choices;
    private final Openers openers;

    FileTable(Workbench bench, Openers openers) {
        this.bench = bench;
        this.choices = bench.choices();
        this.openers = openers;
    }

    /** In the order of the help and of the menus. */
    List<KeyLine> lines() {
        return Stream.of(opening(), saving(), editing(), film())
                .flatMap(List::stream)
                .toList();
    }

    private static KeyLine shortcut(String does, KeyCode code, Runnable action) {
        return KeyLine.of(does, KeyAction.of(code, action).with(Held.SHORTCUT));
    }

    private static KeyLine further(String does, KeyCode code, Runnable action) {
        return KeyLine.of(does, KeyAction.of(code, action).with(Held.SHORTCUT_SHIFT));
    }

    private List<KeyLine> opening() {
        return List.of(
                shortcut(say("app.file-table.model"), KeyCode.M, openers::model).in(FILE),
                shortcut(say("app.file-table.pictures"), KeyCode.O, openers::pictures)
                        .in(FILE),
                further(say("app.file-table.folder"), KeyCode.F, openers::folder)
                        .in(FILE),
                KeyLine.of(say("app.file-table.stream"), openers::stream).in(FILE),
                KeyLine.gap(FILE),
                further(say("app.file-table.open-session"), KeyCode.O, openers::session)
                        .in(FILE),
                shortcut(say("app.file-table.save-session"), KeyCode.S, openers::saveSession)
                        .in(FILE));
    }

    private List<KeyLine> saving() {
        return List.of(
                KeyLine.gap(FILE),
                shortcut(say("app.file-table.save-maps"), KeyCode.E, () -> png(Piece.MAPS))
                        .in(FILE),
                further(say("app.file-table.save-unit"), KeyCode.E, () -> png(Piece.UNIT))
                        .in(FILE),
                KeyLine.gap(FILE),
                shortcut(say("app.file-table.settings"), KeyCode.COMMA, () -> bench.preferences()
                                .open()
                                .set(true))
                        .in(FILE),
                shortcut(say("app.file-table.quit"), KeyCode.Q, Platform::exit).in(FILE));
    }

    private void png(Piece what) {
        openers.save(what, FigureFormat.PNG);
    }

    private List<KeyLine> editing() {
        return List.of(
                shortcut(say("app.file-table.undo"), KeyCode.Z, bench.undo()::undo)
                        .in(EDIT)
                        .when(bench.undo().possible()),
                further(say("app.file-table.redo"), KeyCode.Z, bench.undo()::redo)
                        .in(EDIT)
                        .when(bench.undo().possibleAgain()),
                KeyLine.gap(EDIT),
                shortcut(say("app.file-table.paste"), KeyCode.V, () -> Pasting.paste(bench))
                        .in(EDIT),
                shortcut(say("app.file-table.copy-address"), KeyCode.C, () -> choices.target()
                                .get()
                                .ifPresent(target -> copy(target.toString())))
                        .in(EDIT),
                further(say("app.file-table.copy-command"), KeyCode.C, () -> bench.exports()
                                .command(Piece.MAPS)
                                .ifPresent(this::copy))
                        .in(EDIT));
    }

    private void copy(String text) {
        Clipboards.text(text);
        bench.say(say("app.key-table.copied", text));
    }

    private List<KeyLine> film() {
        return List.of(
                KeyLine.gap(EDIT),
                KeyLine.of(say("app.file-table.remove"), KeyAction.of(KeyCode.DELETE, this::remove))
                        .in(EDIT),
                KeyLine.of(say("app.file-table.clear"), bench.pictures()::clear).in(EDIT));
    }

    private void remove() {
        choices.picture().get().ifPresent(bench.pictures()::remove);
    }
}
