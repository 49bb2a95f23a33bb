package org.zfscope.viz.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextTest {

    private static String art(Text text) {
        Canvas canvas = new Canvas(text.width(), text.height(), 0);
        text.draw(canvas, 0, 0, 1);
        return AsciiArt.of(canvas.picture(), 1);
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
    void accentsAreLeftAwayAndUnknownLettersAreBoxes() {
        assertThat(Text.cut("é", 100, 1).lines()).containsExactly("e");
        assertThat(Text.cut("図", 100, 1).lines()).containsExactly("\u007f");
        assertThat(Text.cut("a\tb", 100, 1).lines()).containsExactly("a\u007fb");
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
}
