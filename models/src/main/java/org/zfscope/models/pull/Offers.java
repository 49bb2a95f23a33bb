package org.zfscope.models.pull;

import static org.zfscope.models.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.InputFile;

/**
 * All networks that can be fetched. They are data: {@code offers.json} beside this class, or a file of the same form that
 * the environment names, for those who have a mirror or networks of their own.
 */
public final class Offers {

    /** Names another list; the system property {@code zfscope.offers} does too. */
    static final String VARIABLE = "ZFSCOPE_OFFERS";

    private static final long MOST_BYTES = 16 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Offers() {}

    /** The list that counts here. */
    public static List<Offer> usual() {
        return Cache.setting("zfscope.offers", VARIABLE)
                .map(Path::of)
                .map(Offers::read)
                .orElseGet(Offers::shipped);
    }

    /** What is offered under a name. */
    public static Optional<Offer> named(String name) {
        return usual().stream().filter(offer -> offer.name().equals(name)).findFirst();
    }

    static List<Offer> shipped() {
        try (InputStream in = Offers.class.getResourceAsStream("offers.json")) {
            if (in == null) {
                throw new IllegalStateException("the build left out offers.json");
            }
            return list(JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Offer> read(Path file) {
        InputFile.check(file, say("models.offers.list-of-networks"));
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw InputException.in(file, say("models.offers.too-large", MOST_BYTES));
            }
            return list(JSON.readTree(Files.readAllBytes(file)));
        } catch (IOException | IllegalArgumentException e) {
            throw InputException.in(
                    file,
                    say(
                            "models.offers.no-list",
                            String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
                    e);
        }
    }

    private static List<Offer> list(JsonNode root) {
        List<Offer> offers = new ArrayList<>();
        for (JsonNode node : root.path("networks")) {
            offers.add(offer(node));
        }
        return offers;
    }

    private static Offer offer(JsonNode node) {
        List<URI> urls = new ArrayList<>();
        node.path("urls").forEach(url -> urls.add(URI.create(url.asText())));
        Map<Sum, String> sums = new EnumMap<>(Sum.class);
        for (Sum sum : Sum.values()) {
            String expected = node.path(sum.name().toLowerCase(Locale.ROOT)).asText();
            if (!expected.isEmpty()) {
                sums.put(sum, expected);
            }
        }
        return new Offer(
                node.path("name").asText(),
                node.path("file").asText(),
                node.path("about").asText(),
                node.path("source").asText(),
                node.path("licence").asText(),
                urls,
                node.has("bytes") ? Optional.of(node.path("bytes").asLong()) : Optional.empty(),
                node.path(node.has("bytes") ? "bytes" : "most").asLong(),
                sums,
                node.has("card")
                        ? Optional.of(node.path("card").toString().getBytes(StandardCharsets.UTF_8))
                        : Optional.empty());
    }
}
