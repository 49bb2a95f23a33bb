package org.zfscope.models.words;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Every sentence that a person reads, by its key. A key is {@code module.place.sentence}; its first part names the
 * bundle: {@code viz.top-index.no-unit} stands in {@code org/zfscope/viz/words.properties}. Another language is one more
 * file beside it, such as {@code words_zh.properties}; what that leaves out is said in English.
 *
 * <p>Sentences are patterns of {@link MessageFormat} with {@code {0}}, {@code {1}}, ... for the arguments, in any order.
 * An apostrophe stands for itself. Arguments become text by {@link Quantities#text}, so formats inside the braces
 * ({@code {0,number}}) are of no use.
 */
public final class Words {

    private static final Control NO_OTHER_LANGUAGE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private static final ThreadLocal<Boolean> WRITING = ThreadLocal.withInitial(() -> false);

    private static volatile Locale language = Locale.ENGLISH;

    private Words() {}

    /** Chooses the language of everything that is said from now on. */
    public static void speak(Locale chosen) {
        language = chosen;
    }

    /** What is kept in files, compared or read by programs: English, whatever is spoken. */
    public static <T> T written(Supplier<T> words) {
        boolean before = WRITING.get();
        WRITING.set(true);
        try {
            return words.get();
        } finally {
            WRITING.set(before);
        }
    }

    /** The language that everything is said in. */
    public static Locale language() {
        return language;
    }

    /**
     * A sentence with its arguments.
     *
     * @throws IllegalStateException if there is none of that key
     */
    public static String say(String key, @Nullable Object... arguments) {
        String pattern = pattern(key);
        if (arguments.length == 0) {
            return pattern;
        }
        Object[] texts = Arrays.stream(arguments).map(Quantities::text).toArray();
        return new MessageFormat(pattern.replace("'", "''"), Locale.ROOT).format(texts);
    }

    private static String pattern(String key) {
        try {
            return bundle(key.substring(0, Math.max(0, key.indexOf('.')))).getString(key);
        } catch (MissingResourceException e) {
            throw new IllegalStateException("no bundle has the sentence " + key, e);
        }
    }

    /** All sentences of a module, such as {@code cli}, in the chosen language, for a library that asks for a bundle. */
    public static ResourceBundle bundle(String module) {
        return ResourceBundle.getBundle(
                "org.zfscope." + module + ".words", WRITING.get() ? Locale.ENGLISH : language, NO_OTHER_LANGUAGE);
    }
}
