package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.zfscope.app.task.Executor;
import org.zfscope.models.io.InputException;
import org.zfscope.models.pull.Cache;
import org.zfscope.models.pull.Megabytes;
import org.zfscope.models.settings.Settings;
import org.zfscope.models.words.Language;

/** The settings as they are typed, and saved once they are sound. Text size counts at once, all others from the next start on. */
public final class Preferences {

    private static final int STEP = 10;
    private static final int USUAL_TEXT = 100;

    private final Executor executor;
    private final Inspector inspector;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Language>> language = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty threads = new SimpleStringProperty("");
    private final StringProperty memory = new SimpleStringProperty("");
    private final StringProperty cache = new SimpleStringProperty("");
    private final IntegerProperty text =
            new SimpleIntegerProperty(Settings.usual().text());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper held = new ReadOnlyStringWrapper("");

    Preferences(Executor executor, Inspector inspector) {
        this.executor = executor;
        this.inspector = inspector;
        open.addListener((all, before, now) -> {
            fill(Settings.usual()); // also what was typed and not saved is gone
            if (now) {
                measure();
            }
        });
    }

    private void fill(Settings set) {
        language.set(set.spoken());
        threads.set(number(set.threads()));
        memory.set(number(set.memory()));
        cache.set(Optional.ofNullable(set.cache()).orElse(""));
        text.set(set.text());
        problem.set("");
    }

    private static String number(int set) {
        return set == 0 ? "" : Integer.toString(set);
    }

    private void measure() {
        executor.errand(
                ticket -> {
                    String size = Megabytes.text(Cache.usual().size());
                    ticket.hand(() -> held.set(say("app.preferences.holds", size)));
                },
                inspector::tell);
    }

    /** Saves what is typed and closes, unless something of it is wrong, which is said then. */
    public void save() {
        try {
            Settings set = new Settings(
                    language.get().map(Language::code).orElse(null),
                    number(threads, "app.preferences.threads", 1, Settings.MOST_THREADS),
                    number(memory, "app.preferences.memory", Settings.LEAST_MEMORY, Settings.MOST_MEMORY),
                    text.get(),
                    cache.get().strip());
            if (!cache.get().isBlank() && set.cache() == null) {
                throw new InputException(say("app.preferences.cache", cache.get()));
            }
            set.write(Settings.usualFile());
            open.set(false);
        } catch (InputException e) {
            problem.set(String.valueOf(e.getMessage()));
        }
    }

    private static int number(StringProperty typed, String expected, int least, int most) {
        String number = typed.get().strip();
        if (number.isEmpty()) {
            return 0;
        }
        try {
            int parsed = Integer.parseInt(number);
            if (parsed >= least && parsed <= most) {
                return parsed;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new InputException(say(expected, number, least, most));
    }

    /** Deletes the networks that were fetched. */
    public void clearCache() {
        executor.errand(
                ticket -> {
                    Cache.usual().clear();
                    ticket.hand(this::measure);
                },
                failure -> problem.set(String.valueOf(failure.getMessage())));
    }

    /** The window's text is larger by so many steps, or smaller; 0 as usual. It stays so. */
    public void textBy(int steps) {
        change(set -> new Settings(
                set.language(),
                set.threads(),
                set.memory(),
                steps == 0 ? USUAL_TEXT : Math.max(Settings.LEAST_TEXT, text.get() + STEP * steps),
                set.cache()));
    }

    private void change(UnaryOperator<Settings> change) {
        Settings now = change.apply(Settings.usual());
        text.set(now.text());
        Path file = Settings.usualFile();
        executor.errand(ticket -> now.write(file), inspector::tell);
    }

    /** Whether the user is asked now. */
    public BooleanProperty open() {
        return open;
    }

    /** Empty for the system's. */
    public ObjectProperty<Optional<Language>> language() {
        return language;
    }

    /** How many compute; blank for all. */
    public StringProperty threads() {
        return threads;
    }

    /** In MB; blank for the usual. */
    public StringProperty memory() {
        return memory;
    }

    /** A folder; blank for the system's. */
    public StringProperty cache() {
        return cache;
    }

    /** In percent of the usual. */
    public IntegerProperty text() {
        return text;
    }

    /** What is wrong with what was typed, or nothing. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** What lies in the cache. */
    public ReadOnlyStringProperty held() {
        return held.getReadOnlyProperty();
    }
}
