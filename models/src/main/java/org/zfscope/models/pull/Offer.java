package org.zfscope.models.pull;

import static org.zfscope.models.words.Words.say;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A trained network that can be fetched.
 *
 * @param name by which it is opened once it is there
 * @param file what its file is called in the cache
 * @param about what it is, in a few words
 * @param source who offers it
 * @param licence of the weights
 * @param urls where it lies, the first that works counts
 * @param bytes how large it is, if that is known to the byte
 * @param most bytes that are accepted; about how large it is where nobody knows exactly
 * @param sums what its bytes add up to; at least one, or nothing could be verified
 * @param card how pictures become its input, as the JSON of a model card
 */
public record Offer(
        String name,
        String file,
        String about,
        String source,
        String licence,
        List<URI> urls,
        Optional<Long> bytes,
        long most,
        Map<Sum, String> sums,
        Optional<byte[]> card) {

    public Offer {
        urls = List.copyOf(urls);
        sums = Map.copyOf(sums);
        if (!file.matches("\\w[\\w.-]{0,99}") || !name.matches("\\w[\\w.-]{0,49}")) {
            throw new IllegalArgumentException(say("models.offer.name-file-letters", name, file));
        }
        if (sums.isEmpty()) {
            throw new IllegalArgumentException(say("models.offer.needs-checksum", name));
        }
        if (most < 1 || bytes.filter(b -> b < 1).isPresent()) {
            throw new IllegalArgumentException(say("models.offer.needs-size", name));
        }
    }

    /** Most bytes that may come. */
    public long limit() {
        return bytes.orElse(most);
    }

    /** The same from elsewhere: a mirror is trusted no more than any server, as its bytes must add up. */
    public Offer from(URI other) {
        return new Offer(name, file, about, source, licence, List.of(other), bytes, most, sums, card);
    }
}
