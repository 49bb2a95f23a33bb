package org.zfscope.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zfscope.app.view.FileDialogs;
import org.zfscope.app.view.FileKind;

/** Answers in place of the user; the system's own dialogs are other programs' windows, which no robot finds its way in. */
final class Answers implements FileDialogs {

    private Optional<Path> next = Optional.empty();
    private Optional<Path> shown = Optional.empty();

    /** What the next dialog is answered. */
    void next(Path file) {
        next = Optional.of(file);
    }

    private Optional<Path> answer() {
        Optional<Path> answer = next;
        next = Optional.empty();
        return answer;
    }

    @Override
    public List<Path> open(String title) {
        return answer().stream().toList();
    }

    @Override
    public Optional<Path> open(String title, String kind, List<String> patterns) {
        return answer();
    }

    @Override
    public Optional<Path> folder(String title) {
        return answer();
    }

    @Override
    public Optional<String> text(String title, String what) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> save(String name, List<FileKind> kinds) {
        return answer();
    }

    @Override
    public void showInFolder(Path file) {
        shown = Optional.of(file);
    }

    /** The file whose folder was to be shown. */
    Optional<Path> shown() {
        return shown;
    }
}
