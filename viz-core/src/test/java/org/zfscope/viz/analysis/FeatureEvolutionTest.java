package org.zfscope.viz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureEvolutionTest {

    /** Each word a checkpoint, each letter the strongest picture of a map. */
    private static FeatureEvolution of(String... checkpoints) {
        List<List<Hit>> found = Arrays.stream(checkpoints)
                .map(word -> word.chars()
                        .mapToObj(c -> new Hit(1, new Dataset.Item(Character.toString(c), ""), 0, 0))
                        .toList())
                .toList();
        return new FeatureEvolution("relu1", List.of(1, 2, 4, 8).subList(0, checkpoints.length), found);
    }

    @Test
    void aMapHasChangedWhereItsStrongestPictureIsAnotherOne() {
        FeatureEvolution evolution = of("ab", "ac", "ab");

        assertThat(evolution.changed(0, 1)).isFalse();
        assertThat(evolution.changed(1, 0)).isFalse();
        assertThat(evolution.changed(1, 1)).isTrue();
        assertThat(evolution.changed(2, 1)).isTrue();
    }

    @Test
    void settledIsWhatDoesNotChangeAnyMore() {
        FeatureEvolution evolution = of("abcd", "abce", "abfe", "axfe");

        assertThat(evolution.settled(0)).isEqualTo(0.25);
        assertThat(evolution.settled(1)).isEqualTo(0.5);
        assertThat(evolution.settled(2)).isEqualTo(0.75);
        assertThat(evolution.settled(3)).isEqualTo(1);
        assertThat(evolution.settlingEpoch()).isEqualTo(2);
    }

    @Test
    void whatNeverSettlesSettlesAtTheLastEpoch() {
        assertThat(of("ab", "ba", "ab", "ba").settlingEpoch()).isEqualTo(8);
        assertThat(of("ab").settlingEpoch()).isEqualTo(1);
    }

    @Test
    void epochsAndCheckpointsBelongTogether() {
        assertThatThrownBy(() -> new FeatureEvolution("relu1", List.of(1, 2), List.of(List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 epochs, but 1 checkpoints");
    }
}
