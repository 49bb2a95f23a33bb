package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextInputDialog;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The system's own dialogs. Each starts in the folder where the last one ended. */
public final class NativeDialogs implements FileDialogs {

    private final Window owner;
    private Optional<File> last = Optional.empty();

    /** In front of a window. */
    public NativeDialogs(Window owner) {
        this.owner = owner;
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
    public Optional<Path> save(String name, String kind, String ending) {
        FileChooser chooser = chooser(say("app.native-dialogs.save"));
        chooser.setInitialFileName(name + ending);
        chooser.getExtensionFilters().add(new ExtensionFilter(kind, "*" + ending));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(this::remember);
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        there().ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    /** The last folder, if it is still there. */
    private Optional<File> there() {
        return last.filter(File::isDirectory);
    }

    private Path remember(File file) {
        last = Optional.ofNullable(file.getAbsoluteFile().getParentFile());
        return file.toPath();
    }
}
