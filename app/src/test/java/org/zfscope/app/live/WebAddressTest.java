package org.zfscope.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "http://camera:8080/video, http://camera:8080/video, video",
        "HTTPS://example.org/a%20dog.jpg?w=1#top, HTTPS://example.org/a%20dog.jpg?w=1, a dog.jpg",
        "http://example.org/Hund im Grünen|1.jpg, http://example.org/Hund%20im%20Gr%C3%BCnen%7C1.jpg, Hund im Grünen_1.jpg",
        "https://münchen.example/bild.png, https://xn--mnchen-3ya.example/bild.png, bild.png",
        "http://[::1]:80/x, http://[::1]:80/x, x",
        "https://example.org, https://example.org, example.org",
        "https://example.org/..%2F..%2Fetc%2Fpasswd, https://example.org/..%2F..%2Fetc%2Fpasswd, _.._etc_passwd",
        "http://example.org/100%, http://example.org/100%25, 100_",
    })
    void addressesAreEncodedAndNamed(String text, String address, String name) {
        WebAddress parsed = WebAddress.of(text).orElseThrow();

        assertThat(parsed).hasToString(address);
        assertThat(parsed.fileName()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a poem",
                "ftp://example.org/dog.jpg",
                "file:///etc/passwd",
                "http://",
                "http:///dog.jpg",
                "//example.org/x",
                "http://one.example/a\nhttp://two.example/b",
                "http://user@/x",
                "javascript:alert(1)",
                "http://a b/c"
            })
    void otherTextIsNone(String text) {
        assertThat(WebAddress.of(text)).isEmpty();
    }

    @Test
    void namesOfFilesAreShort() {
        String name = WebAddress.of("http://example.org/" + "x".repeat(500) + ".jpg")
                .orElseThrow()
                .fileName();

        assertThat(name).hasSizeLessThan(80).endsWith(".jpg");
    }
}
