package org.zfscope.models.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a pull finds without asking any server: the cache, the offers that ship, the proxies of the environment. */
class SurroundingsTest {

    @Test
    void theCacheIsWhereTheSystemHasCaches() {
        Path home = Path.of("/home/ada");
        assertThat(Cache.folder("linux", Map.of(), home)).isEqualTo(home.resolve(".cache/zfscope"));
        assertThat(Cache.folder("linux", Map.of("XDG_CACHE_HOME", "/scratch"), home))
                .isEqualTo(Path.of("/scratch/zfscope"));
        assertThat(Cache.folder("mac os x", Map.of(), home)).isEqualTo(home.resolve("Library/Caches/zfscope"));
        assertThat(Cache.folder("windows 11", Map.of("LOCALAPPDATA", "/local"), home))
                .isEqualTo(Path.of("/local/zfscope"));
    }

    @Test
    void whatShipsIsAListOfOffersThatCanBeVerified() {
        assertThat(Offers.shipped()).extracting(Offer::name).contains("vgg16").doesNotHaveDuplicates();
        assertThat(Offers.shipped()).allSatisfy(offer -> {
            assertThat(offer.licence()).isNotBlank();
            assertThat(offer.urls())
                    .allSatisfy(url -> assertThat(url.getScheme()).isEqualTo("https"));
        });
        assertThat(Offers.shipped().get(0).sums()).containsEntry(Sum.ADLER32, "3501732770");
    }

    @Test
    void theEnvironmentSaysWhichProxyAndForWhom() {
        Map<String, String> environment =
                Map.of("HTTPS_PROXY", "proxy.example:3128", "no_proxy", "localhost, .inside.example");
        ProxySelector proxies = new Proxies(environment, Optional.empty());
        assertThat(proxies.select(URI.create("https://a.example/")).get(0).address())
                .isEqualTo(InetSocketAddress.createUnresolved("proxy.example", 3128));
        for (String direct : List.of("https://x.inside.example/", "https://localhost/", "http://a.example/")) {
            assertThat(proxies.select(URI.create(direct))).containsExactly(java.net.Proxy.NO_PROXY);
        }
    }
}
