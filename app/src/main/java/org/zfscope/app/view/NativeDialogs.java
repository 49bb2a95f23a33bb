package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.TextInputDialog;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.zfscope.app.viewmodel.Session;

/** The system's own dialogs. Each starts in the folder where the last one ended. */
public final class NativeDialogs implements FileDialogs {

    private final Window owner;
    private final Session session;
    private final Consumer<String> browser;

    /**
     * In front of a window.
     *
     * @param session remembers the last folder
     * @param browser shows what lies at an address
     */
    public NativeDialogs(Window owner, Session session, Consumer<String> browser) {
        this.owner = owner;
        this.session = session;
        this.browser = browser;
    }

    @Override
    public List<Path> open(String title) {
        @Nullable List<File> files = chooser(title).showOpenMultipleDialog(owner);
        if (files == null) {
            return List.of();
        }
        return files.stream().map(this::remember).toList();
    }

    @Override
    public Optional<Path> open(String title, String kind, List<String> patterns) {
        FileChooser chooser = chooser(title);
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(kind, patterns),
                        new ExtensionFilter(say("app.native-dialogs.all-files"), "*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(this::remember);
    }

    @Override
    public Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        there().ifPresent(chooser::setInitialDirectory);
        return Optional.ofNullable(chooser.showDialog(owner)).map(this::remember);
    }

    @Override
    public Optional<String> text(String title, String what) {
        TextInputDialog dialog = new TextInputDialog();
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setHeaderText(title);
        dialog.setContentText(what);
        return dialog.showAndWait().filter(text -> !text.isBlank());
    }

    @Override
    public Optional<Path> save(String name, List<FileKind> kinds) {
        FileChooser chooser = chooser(say("app.native-dialogs.save"));
        chooser.setInitialFileName(name + kinds.get(0).ending());
        List<ExtensionFilter> filters = kinds.stream()
                .map(kind -> new ExtensionFilter(kind.word(), "*" + kind.ending()))
                .toList();
        chooser.getExtensionFilters().addAll(filters);
        Optional<Path> typed =
                Optional.ofNullable(chooser.showSaveDialog(owner)).map(this::remember);
        int chosen = Math.max(0, filters.indexOf(chooser.getSelectedExtensionFilter()));
        return typed.flatMap(file -> checked(file, kinds.get(chosen), kinds));
    }

    /** Asks again where a file is there already that the system has not asked about. */
    private Optional<Path> checked(Path typed, FileKind chosen, List<FileKind> kinds) {
        Path named = chosen.named(typed, kinds);
        return named.equals(typed) || Files.notExists(named)
                ? Optional.of(named)
                : save(chosen.bare(named), chosen.before(kinds));
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        there().ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    /** The last folder if it is still there, else that of pictures, else the user's. */
    private Optional<File> there() {
        File home = new File(System.getProperty("user.home", "."));
        return Stream.of(session.folder().map(Path::toFile), Optional.of(new File(home, "Pictures")), Optional.of(home))
                .flatMap(Optional::stream)
                .filter(File::isDirectory)
                .findFirst();
    }

    private Path remember(File file) {
        Optional.ofNullable(file.getAbsoluteFile().getParentFile())
                .map(File::toPath)
                .ifPresent(session::folder);
        return file.toPath();
    }

    @Override
    public void showInFolder(Path file) {
        Optional.ofNullable(file.toAbsolutePath().getParent())
                .ifPresent(folder -> browser.accept(folder.toUri().toString()));
    }
}
