package org.zfscope.models.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zfscope.models.words.Words.say;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void systemSpeaksEnglish() {
        Locale.setDefault(Locale.UK);
    }

    @AfterEach
    void speakAsBefore() {
        Language.ENGLISH.speak();
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "zh-CN", "zh_CN", "zh_CN.UTF-8", "zh-Hans-SG", " zh "})
    void theEnvironmentGoesFirst(String said) {
        assertThat(Language.chosen(Map.of(Language.VARIABLE, said), Optional.of("en"), Locale.UK))
                .isEqualTo(Language.CHINESE);
        assertThat(Language.chosen(Map.of(Language.VARIABLE, "en"), Optional.of("zh"), Locale.CHINA))
                .isEqualTo(Language.ENGLISH);
    }

    @Test
    void aSettingGoesBeforeTheSystem() {
        assertThat(Language.chosen(Map.of(), Optional.of("zh"), Locale.UK)).isEqualTo(Language.CHINESE);
        assertThat(Language.chosen(Map.of(Language.VARIABLE, ""), Optional.of("en"), Locale.CHINA))
                .isEqualTo(Language.ENGLISH);
    }

    @Test
    void elseTheSystemsLanguageIsSpokenAndEnglishToAllOthers() {
        assertThat(Language.chosen(Map.of(), Optional.empty(), Locale.CHINA)).isEqualTo(Language.CHINESE);
        assertThat(Language.chosen(Map.of(), Optional.empty(), Locale.UK)).isEqualTo(Language.ENGLISH);
        assertThat(Language.chosen(Map.of(), Optional.empty(), Locale.FRANCE)).isEqualTo(Language.ENGLISH);
    }

    @Test
    void everyCodeIsUnderstood() {
        for (Language language : Language.values()) {
            assertThat(Language.chosen(Map.of(), Optional.of(language.code()), Locale.ROOT))
                    .isEqualTo(language);
        }
    }

    @Test
    void speakingReachesTheToolkitToo() {
        Language.CHINESE.speak();
        assertThat(say("test.words.two", "a", "b")).isEqualTo("先 a，后 b");
        assertThat(Locale.getDefault()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void theSystemsOwnLocaleStaysWhereItSpeaksTheSame() {
        Language.ENGLISH.speak();
        assertThat(Locale.getDefault()).isEqualTo(Locale.UK);
    }
}
