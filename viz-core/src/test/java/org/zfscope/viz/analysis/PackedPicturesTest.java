package org.zfscope.viz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class PackedPicturesTest {

    @Property(tries = 200)
    void theyComeBackAsTheyWereAndAreFound(
            @ForAll Set<@AlphaChars @Chars({'/', '\u00e9', '\u4e2d', ' '}) String> paths) {
        List<Dataset.Item> items = paths.stream()
                .sorted()
                .map(path -> new Dataset.Item(path, path.length() > 3 ? "long" : ""))
                .toList();

        PackedPictures packed = PackedPictures.of(items);

        assertThat(packed).isEqualTo(items);
        for (int i = 0; i < items.size(); i++) {
            assertThat(packed.number(items.get(i))).isEqualTo(i);
        }
        assertThat(packed.number(new Dataset.Item("a/path of nobody", ""))).isNegative();
    }

    @Test
    void whatIsOutOfOrderOrComesTwiceIsRefused() {
        for (String second : List.of("a", "b")) {
            assertThatThrownBy(
                            () -> PackedPictures.of(List.of(new Dataset.Item("b", ""), new Dataset.Item(second, ""))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("order");
        }
    }
}
