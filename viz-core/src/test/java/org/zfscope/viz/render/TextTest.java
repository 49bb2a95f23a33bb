package org.zfscope.viz.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TextTest {

    private static String art(Text text) {
        Canvas canvas = new Canvas(text.width(), text.height(), 0);
        text.draw(canvas, 0, 0, 1);
        return AsciiArt.of(canvas.drawing().picture(), 1);
    }

    @Test
    void lettersAreTheirDots() {
        assertThat(art(new Text(List.of("g7:R"), 1))).isEqualTo("""
                        ......#####.......####.
                        ..........#..##...#...#
                        .####....#...##...#...#
                        #...#...#.........####.
                        #...#..#.....##...#.#..
                        #...#..#.....##...#..#.
                        .####..#..........#...#
                        ....#..................
                        .###...................""");
    }

    @Test
    void zoomMakesEachDotASquare() {
        assertThat(art(new Text(List.of("-"), 2)).lines().skip(5).limit(4))
                .containsExactly("..........", "##########", "##########", "..........");
    }

    @Test
    void linesStandBelowEachOther() {
        Text text = new Text(List.of("a", "bb"), 1);
        assertThat(text.width()).isEqualTo(11);
        assertThat(text.height()).isEqualTo(19);
    }

    @Test
    void everyLetterLooksDifferent() {
        Set<String> seen = new HashSet<>();
        for (char c = ' '; c <= 127; c++) {
            assertThat(seen.add(art(new Text(List.of(String.valueOf(c)), 1))))
                    .as("letter " + c)
                    .isTrue();
        }
    }

    @Test
    void withoutFontsAccentsAreLeftAwayAndUnknownLettersAreBoxes() {
        SystemFonts none = SystemFonts.from(List::of);
        assertThat(TextLine.drawable("caf\u00e9, cafe\u0301", none)).isEqualTo("cafe, cafe");
        assertThat(TextLine.drawable("図\ud83d\ude00", none)).isEqualTo("\u007f\u007f");
        assertThat(TextLine.drawable("a\tb", none)).isEqualTo("a\u007fb");
    }

    @Test
    void anAwtThatFailsIsAnAwtWithoutFonts() {
        SystemFonts broken = SystemFonts.from(() -> {
            throw new UnsatisfiedLinkError("libfontmanager.so");
        });
        assertThat(TextLine.drawable("é", broken)).isEqualTo("e");
    }

    @Test
    void controlCharactersAndHalvesOfLettersAreBoxesInAnyFont() {
        assertThat(Text.cut("a\tb", 100, 1).lines()).containsExactly("a\u007fb");
        assertThat(Text.cut("\ud83d!", 100, 1).lines()).containsExactly("\u007f!");
    }

    @Test
    void longLinesLoseTheirMiddle() {
        // 11 letters of 6 pixels, the last without its gap: 65 pixels
        assertThat(Text.cut("block5_conv3:511", 65, 1).lines()).containsExactly("block..:511");
        assertThat(Text.cut("block5_conv3:511", 65 * 2, 2).lines().get(0)).hasSize(11);
        assertThat(Text.cut("abcdef", 1, 1).lines()).containsExactly("a..f");
    }

    @Test
    void wrappingBreaksAtSpacesOnly() {
        assertThat(Text.wrapped("one two three", 7 * 6, 1).lines()).containsExactly("one two", "three");
        assertThat(Text.wrapped("unbreakable x", 12, 1).lines()).containsExactly("unbreakable", "x");
        assertThat(Text.wrapped("a\nb", 60, 1).lines()).containsExactly("a", "b");
    }

    /** How text was cut and broken when there was only ASCII, by counting letters. */
    @Property
    void asciiIsCutAndBrokenByItsLetters(
            @ForAll @CharRange(from = ' ', to = '~') String text,
            @ForAll @IntRange(min = 1, max = 300) int pixels,
            @ForAll @IntRange(min = 1, max = 3) int zoom) {
        int fit = (pixels / zoom + 1) / 6;
        int most = Math.max(4, fit);
        int left = most - 2;
        String cut = text.length() <= most
                ? text
                : text.substring(0, left - left / 2) + ".." + text.substring(text.length() - left / 2);
        assertThat(Text.cut(text, pixels, zoom).lines()).isEqualTo(text.isEmpty() ? List.of() : List.of(cut));
        assertThat(Text.wrapped(text, pixels, zoom).lines()).allSatisfy(line -> assertThat(
                        line.length() <= fit || !line.strip().contains(" "))
                .isTrue());
        assertThat(Text.cut(text, pixels, zoom).width()).isEqualTo(text.isEmpty() ? 0 : (cut.length() * 6 - 1) * zoom);
    }
}
