package org.zfscope.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.app.engine.Engine;
import org.zfscope.models.settings.Settings;
import org.zfscope.models.words.Language;

class PreferencesTest {

    private final Path file;
    private final Optional<String> before = Optional.ofNullable(System.getProperty("zfscope.settings"));

    PreferencesTest(@TempDir Path folder) {
        this.file = folder.resolve("settings.json");
    }

    @BeforeEach
    void useOwn() {
        System.setProperty("zfscope.settings", file.toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty("zfscope.settings");
        before.ifPresent(named -> System.setProperty("zfscope.settings", named));
    }

    private static Preferences opened() {
        OnTheSpot executor = new OnTheSpot();
        Preferences preferences = new Preferences(executor, new Inspector(executor, new Engine()));
        preferences.open().set(true);
        return preferences;
    }

    @Test
    void whatIsSavedIsThereAtTheNextStart() {
        Preferences set = opened();
        set.language().set(Optional.of(Language.CHINESE));
        set.threads().set("3");
        set.memory().set(" 8000 ");
        set.text().set(150);

        set.save();

        assertThat(set.open().get()).isFalse();
        assertThat(Settings.usual()).isEqualTo(new Settings("zh", 3, 8000, 150, null));
        Preferences again = opened();
        assertThat(again.language().get()).contains(Language.CHINESE);
        assertThat(again.threads().get()).isEqualTo("3");
        assertThat(again.text().get()).isEqualTo(150);
    }

    @Test
    void aMistakeIsSaidAndNothingIsSaved() {
        Preferences set = opened();
        set.threads().set("many");

        set.save();

        assertThat(set.problem().get()).contains("threads many").contains("1 to 1024");
        assertThat(set.open().get()).isTrue();
        assertThat(file).doesNotExist();

        set.threads().set("");
        set.memory().set("12");
        set.save();
        assertThat(set.problem().get()).contains("memory 12");

        set.memory().set("");
        set.cache().set("not/absolute");
        set.save();
        assertThat(set.problem().get()).contains("cache not/absolute");
    }

    @Test
    void whatIsNotSavedIsForgotten() {
        Preferences set = opened();
        set.text().set(200);
        set.threads().set("2");

        set.open().set(false);

        assertThat(set.text().get()).isEqualTo(100);
        assertThat(set.threads().get()).isEmpty();
    }

    @Test
    void textGrowsByStepsAndStaysSo() {
        Preferences set = opened();
        set.textBy(2);
        assertThat(Settings.usual().text()).isEqualTo(120);
        set.textBy(0);
        assertThat(Settings.usual().text()).isEqualTo(100);
        set.textBy(-100);
        assertThat(set.text().get()).isEqualTo(Settings.LEAST_TEXT);
    }

    @Test
    void aBrokenFileCountsAsNone() throws Exception {
        Files.writeString(file, "{\"threads\": ");
        assertThat(Settings.usual()).isEqualTo(Settings.USUAL);
        Files.writeString(file, "{\"threads\": -5, \"memory\": 1, \"text\": 9999, \"cache\": \"\\u0000\", \"x\": 1}");
        assertThat(Settings.usual()).isEqualTo(new Settings(null, 0, Settings.LEAST_MEMORY, Settings.MOST_TEXT, null));
    }
}
