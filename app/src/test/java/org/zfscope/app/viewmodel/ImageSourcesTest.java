package org.zfscope.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImageSourcesTest {

    @Test
    void imagesAreFoundHoweverTheyAreWritten() {
        assertThat(ImageSources.of("""
                        <meta charset="utf-8"><a href="https://a.example/page"><IMG
                          alt='src="no.jpg" > 1' data-src=later.jpg SRC = "https://a.example/a.jpg?x=1&amp;y=&#50;"></a>
                        <img src='https://a.example/b.jpg'/><img src=https://a.example/c.jpg><img/src="https://a.example/d.jpg">
                        <imgs src="https://a.example/no.jpg"><p src="https://a.example/no.jpg">
                        """, Optional.empty()))
                .containsExactly(
                        "https://a.example/a.jpg?x=1&y=2",
                        "https://a.example/b.jpg",
                        "https://a.example/c.jpg",
                        "https://a.example/d.jpg");
    }

    @Test
    void relativeOnesBeginAtTheBaseOrAtThePage() {
        Optional<String> page = Optional.of("https://a.example/x/y.html");

        assertThat(ImageSources.of("<img src='../a.jpg'><img src='//b.example/b.jpg'>", page))
                .containsExactly("https://a.example/a.jpg", "https://b.example/b.jpg");
        assertThat(ImageSources.of("<base href='https://c.example/'><img src=c.jpg>", page))
                .containsExactly("https://c.example/c.jpg");
        assertThat(ImageSources.of("<img src='a b.jpg'><img src=''>", page))
                .containsExactly("https://a.example/x/a%20b.jpg");
    }

    @Test
    void whatIsHalfThereOrHugeDoesNoHarm() {
        assertThat(ImageSources.of("<img src=\"https://a.example/a.jpg", Optional.empty()))
                .isEmpty();
        assertThat(ImageSources.of("<img " + "a='\" ".repeat(200_000), Optional.empty()))
                .isEmpty();
        assertThat(ImageSources.of("<img src='data:image/png;base64," + "A".repeat(2_000_000) + "'>", Optional.empty()))
                .hasSize(1);
    }
}
