package org.zfscope.viz.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfscope.models.image.RgbImage;

/** Text that the built-in letters lack. What a font draws differs from machine to machine, so its dots are not asserted. */
class AnyLanguageTest {

    private static final String CHINESE = "暹罗猫";

    /** Machines of developers may have no font for a language; .ci/run sees to it that there is one. */
    private static void need(String text) {
        boolean there = TextLine.letters(text).stream().allMatch(SystemFonts.get()::has);
        assertThat(there || !Boolean.parseBoolean(System.getenv("CI")))
                .as("a font for " + text)
                .isTrue();
        assumeTrue(there);
    }

    private static int[] drawn(Text text) {
        Canvas canvas = new Canvas(text.width(), text.height(), 0xFFFFFF);
        text.draw(canvas, 0, 0, 0);
        return canvas.drawing().picture().pixels();
    }

    private static boolean boxed(Text text) {
        return text.lines().stream().anyMatch(line -> line.indexOf(Font.BOX) >= 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {CHINESE, "Сиамский кот", "chat né à Åre", "x\u0302 < y\u0304", "α-β", "→"})
    void lettersOfOtherLanguagesAreDrawn(String words) {
        need(words.replace(" ", ""));
        Text text = Text.cut(words, 1000, 1);
        assertThat(boxed(text)).isFalse();
        assertThat(Arrays.stream(drawn(text)).filter(p -> p != 0xFFFFFF).count())
                .isGreaterThan(10);
    }

    @Test
    void signsAreHighEnoughToBeReadAndDiffer() {
        need(CHINESE);
        assertThat(Text.cut(CHINESE, 1000, 1).width()).isBetween(30, 42);
        assertThat(Text.cut(CHINESE, 1000, 1).height()).isBetween(10, 16);
        assertThat(Text.cut(CHINESE, 1000, 2).width()).isBetween(60, 84);
        assertThat(drawn(Text.cut("猫", 100, 1))).isNotEqualTo(drawn(Text.cut("罗", 100, 1)));
    }

    @Test
    void builtInLettersBesideOthersKeepTheirDots() {
        need("é");
        Text mixed = Text.cut("R\u00e9", 100, 1);
        Text plain = Text.cut("R", 100, 1);
        for (int y = 0; y < plain.height(); y++) {
            for (int x = 0; x < plain.width(); x++) {
                assertThat(drawn(mixed)[(y + mixed.rise()) * mixed.width() + x])
                        .isEqualTo(drawn(plain)[y * plain.width() + x]);
            }
        }
    }

    @Test
    void accentsAreTheSameHoweverTheyAreWritten() {
        need("é");
        assertThat(drawn(Text.cut("e\u0301", 100, 1))).isEqualTo(drawn(Text.cut("\u00e9", 100, 1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {25, 40, 60, 100, 130})
    void cutLinesFitAndNeverSplitALetter(int pixels) {
        need(CHINESE);
        Text text = Text.cut("block5: " + CHINESE + CHINESE + " x\u0302x\u0302x\u0302x\u0302", pixels, 1);
        assertThat(text.width()).isLessThanOrEqualTo(Math.max(pixels, 40));
        assertThat(text.lines().get(0)).doesNotStartWith("\u0302").doesNotContain(".\u0302");
    }

    @Test
    void chineseIsBrokenBetweenSignsButNotBeforeAComma() {
        need(CHINESE + "，");
        List<String> lines =
                Text.wrapped(CHINESE + "，" + CHINESE + "，cat and dog", 45, 1).lines();
        assertThat(String.join("", lines).replace(" ", "")).isEqualTo(CHINESE + "，" + CHINESE + "，catanddog");
        assertThat(lines).hasSizeGreaterThan(3).noneMatch(line -> line.startsWith("，"));
    }

    @Test
    void linesAreNotDrawnIntoEachOther() {
        need(CHINESE);
        Text two = Text.cut("g\n" + CHINESE, 100, 1);
        assertThat(two.height())
                .isEqualTo(Text.cut("g", 100, 1).height()
                        + 1
                        + Text.cut(CHINESE, 100, 1).height());
    }

    @Test
    void mosaicsMakeRoomForHighLetters() {
        need(CHINESE);
        assertThat(mosaic(CHINESE).height()).isGreaterThan(mosaic("cat").height());
    }

    private static RgbImage mosaic(String label) {
        Tile tile = Tile.of(AsciiArt.plain(8, 8, 0x123456), label);
        return Mosaic.of(List.of(tile)).draw(MosaicStyle.standard()).picture();
    }

    @Test
    void theLanguageOfTheMachineChangesNothing() {
        Locale before = Locale.getDefault();
        int[] drawn = drawn(Text.cut("é", 100, 1));
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        try {
            assertThat(drawn(Text.cut("é", 100, 1))).isEqualTo(drawn);
        } finally {
            Locale.setDefault(before);
        }
    }
}
