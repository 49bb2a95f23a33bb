package org.zfscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.app.engine.Catalogue;
import org.zfscope.app.viewmodel.Recent;
import org.zfscope.models.settings.Settings;

/** The menu bar, the film strip and what is saved, by mouse and by keys. */
@Tag("window")
class MenusWindowTest {

    private final Path folder;
    private final Optional<String> settings = Optional.ofNullable(System.getProperty("zfscope.settings"));
    private Screen screen;

    MenusWindowTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void open() throws Exception {
        System.setProperty("zfscope.settings", folder.resolve("settings.json").toString());
        ChartPictures.draw(folder.resolve("pictures"), 6);
        screen = new Screen(1280, 780);
        screen.open("bundled", folder.resolve("pictures"));
    }

    @AfterEach
    void close() throws Exception {
        screen.close();
        System.clearProperty("zfscope.settings");
        settings.ifPresent(before -> System.setProperty("zfscope.settings", before));
    }

    @Test
    void menusDoWhatKeysDo() throws Exception {
        screen.clickText("View");
        screen.clickText("Maps, or the filters  (w)");
        assertThat(screen.bench().choices().kind().get()).isEqualTo(Catalogue.FILTERS);

        screen.clickText("Edit");
        screen.clickText("Undo");
        assertThat(screen.bench().choices().kind().get()).isEqualTo(Catalogue.MAPS);

        screen.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(screen.bench().choices().kind().get()).isEqualTo(Catalogue.FILTERS);
        screen.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(screen.bench().choices().kind().get()).isEqualTo(Catalogue.MAPS);
    }

    @Test
    void picturesAreRemovedAndComeBack() throws Exception {
        List<Path> all = List.copyOf(screen.bench().pictures().all());
        assertThat(all).hasSize(6);
        screen.click("#film", 0.06, 0.4);
        screen.press(KeyCode.DELETE);
        assertThat(screen.bench().pictures().all()).hasSize(5).isSubsetOf(all);
        screen.click("#film-clear");
        screen.settle();
        assertThat(screen.bench().pictures().all()).isEmpty();
        assertThat(screen.bench().results().seen().get().file()).isEmpty();

        screen.press(KeyCode.CONTROL, KeyCode.Z);
        screen.press(KeyCode.CONTROL, KeyCode.Z);
        screen.settle();

        assertThat(screen.bench().pictures().all()).isEqualTo(all);
        assertThat(((Label) screen.node("#film-count")).getText()).isEqualTo("1 of 6");
        assertThat(((ListView<?>) screen.node("#film")).getSelectionModel().getSelectedItem())
                .isEqualTo(screen.bench().results().seen().get().file().orElseThrow());
    }

    @Test
    void oneClassIsSeenAloneByKeys() throws Exception {
        screen.run(() -> screen.node("#film-class").requestFocus());
        screen.press(KeyCode.DOWN);

        assertThat(screen.bench().pictures().order().only().get()).isPresent();
        assertThat(screen.bench().pictures().order().shown()).hasSizeLessThan(6);
        assertThat(((Label) screen.node("#film-count")).getText()).contains("(6 in all)");
    }

    @Test
    void sessionsAreSavedAndOpenedAndShownInTheirFolder() throws Exception {
        Path file = folder.resolve("mine.zfsession");
        screen.answers().next(file);
        screen.press(KeyCode.CONTROL, KeyCode.S);
        screen.await(
                "the session",
                () -> Files.exists(file) && screen.node("#show-in-folder").isVisible());
        screen.click("#show-in-folder");
        assertThat(screen.answers().shown()).contains(file);

        screen.click("#film-clear");
        screen.clickText("File");
        screen.clickText("Open recent");
        screen.clickText(Recent.title(file.toString()));
        screen.await("the pictures", () -> screen.bench().pictures().all().size() == 6);
        screen.settle();
        assertThat(screen.bench().results().unit().get()).isPresent();
    }

    @Test
    void settingsAreTypedAndAMistakeIsSaidBelow() throws Exception {
        screen.press(KeyCode.CONTROL, KeyCode.COMMA);
        screen.press(KeyCode.X);
        screen.press(KeyCode.ENTER);
        assertThat(((Label) screen.node("#settings-problem")).getText()).contains("threads x");
        assertThat(screen.node("#settings").isVisible()).isTrue();

        screen.press(KeyCode.BACK_SPACE);
        screen.press(KeyCode.DIGIT2);
        screen.press(KeyCode.ENTER);
        assertThat(screen.node("#settings").isVisible()).isFalse();
        assertThat(Settings.usual().threads()).isEqualTo(2);

        screen.press(KeyCode.CONTROL, KeyCode.EQUALS);
        assertThat(screen.bench().preferences().text().get()).isEqualTo(110);
        screen.await("the settings", () -> Settings.usual().text() == 110);
        screen.press(KeyCode.CONTROL, KeyCode.DIGIT0);
    }

    @Test
    void aMistakeInAPlanIsSaidBelowItsField() throws Exception {
        screen.click("#top-scan");
        screen.run(() ->
                screen.bench().plan().folder().set(folder.resolve("nothing").toString()));
        screen.click("#scan-start");
        screen.await("what is wrong", () -> screen.node("#scan-folder-problem").isVisible());

        assertThat(screen.node("#scan").isVisible()).isTrue();
        assertThat(((TextField) screen.node("#scan-folder")).getText()).endsWith("nothing");
        assertThat(screen.node("#message").isVisible()).isFalse();
    }
}
