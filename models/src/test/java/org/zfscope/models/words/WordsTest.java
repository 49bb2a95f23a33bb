package org.zfscope.models.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zfscope.models.words.Words.say;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WordsTest {

    @AfterEach
    void speakEnglish() {
        Words.speak(Locale.ENGLISH);
    }

    @Test
    void sentencesTakeTheirArgumentsInAnyOrder() {
        assertThat(say("test.words.two", "a", "b")).isEqualTo("b's, then a");
    }

    @Test
    void numbersAreNeitherGroupedNorRounded() {
        assertThat(say("test.words.two", 1234567, 0.1f)).isEqualTo("0.1's, then 1234567");
        assertThat(say("test.words.two", 12345678.9, null)).isEqualTo("null's, then 1.23456789E7");
    }

    @Test
    void bracesAndApostrophesOfArgumentsStay() {
        assertThat(say("test.words.two", "{0}", "it's")).isEqualTo("it's's, then {0}");
    }

    @Test
    void aSentenceWithoutArgumentsIsTakenAsItIs() {
        assertThat(say("test.words.none")).isEqualTo("don't");
    }

    @Test
    void aMissingKeyIsNamed() {
        assertThatThrownBy(() -> say("test.words.nowhere"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("test.words.nowhere");
        assertThatThrownBy(() -> say("nomodule.words.nowhere")).hasMessageContaining("nomodule.words.nowhere");
        assertThatThrownBy(() -> say("nothing")).hasMessageContaining("nothing");
    }

    @Test
    void anotherLanguageSaysWhatItHasAndTheRestInEnglish() {
        Words.speak(Locale.SIMPLIFIED_CHINESE);
        assertThat(say("test.words.two", "a", "b")).isEqualTo("先 a，后 b");
        assertThat(say("test.words.none")).isEqualTo("don't");
    }

    @Test
    void whatIsWrittenDownIsEnglish() {
        Words.speak(Locale.SIMPLIFIED_CHINESE);
        assertThat(Words.written(() -> say("test.words.two", "a", "b"))).isEqualTo("b's, then a");
        assertThat(say("test.words.two", "a", "b")).isEqualTo("先 a，后 b");
    }

    @Test
    void theSystemsLanguageIsNotSpokenUnasked() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        try {
            assertThat(say("test.words.two", "a", "b")).isEqualTo("b's, then a");
        } finally {
            Locale.setDefault(before);
        }
    }
}
