package org.zfscope.models.words;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The languages that the program speaks. What one lacks is said in English. */
public enum Language {
    ENGLISH(Locale.ENGLISH, "English"),
    CHINESE(Locale.SIMPLIFIED_CHINESE, "简体中文");

    /** Says a language, such as {@code zh}, whatever the settings and the system say. */
    public static final String VARIABLE = "ZFSCOPE_LANG";

    private final Locale locale;
    private final String name;

    Language(Locale locale, String name) {
        this.locale = locale;
        this.name = name;
    }

    /**
     * What to speak: as the environment says, else as was set, else as the system does.
     *
     * @param setting a {@link #code}; empty for the system's language
     */
    public static Language chosen(Optional<String> setting) {
        return chosen(System.getenv(), setting, Locale.getDefault(Locale.Category.DISPLAY));
    }

    static Language chosen(Map<String, String> environment, Optional<String> setting, Locale system) {
        return Optional.ofNullable(environment.get(VARIABLE))
                .filter(value -> !value.isBlank())
                .or(() -> setting)
                .map(code -> of(Locale.forLanguageTag(code.strip().replace('_', '-'))))
                .orElseGet(() -> of(system));
    }

    /** That of a locale; English where it is spoken in none of ours. */
    private static Language of(Locale spoken) {
        return spoken.getLanguage().equals(CHINESE.locale.getLanguage()) ? CHINESE : ENGLISH;
    }

    /** Speaks it from now on. What was said before, such as the labels of an open window, stays as it is. */
    public void speak() {
        Words.speak(locale);
        if (of(Locale.getDefault()) != this) {
            // the toolkit's own menus, and which of the system's fonts draw letters that several languages share
            Locale.setDefault(locale);
        }
    }

    /** How it is written down: {@code en}, {@code zh}. */
    public String code() {
        return locale.getLanguage();
    }

    /** As its speakers call it. */
    @Override
    public String toString() {
        return name;
    }
}
