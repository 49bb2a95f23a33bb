package org.zfscope.models.open;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zfscope.models.pull.Cache;
import org.zfscope.models.pull.Offer;
import org.zfscope.models.pull.Offers;

/** The networks that were fetched, by name. What looks like no name is never looked for. */
final class Fetched {

    private static final Pattern NAME = Pattern.compile("\\w[\\w.-]{0,49}");

    private Fetched() {}

    static List<String> names() {
        Cache cache = Cache.usual();
        return Offers.usual().stream()
                .filter(offer -> cache.whole(offer).isPresent())
                .map(Offer::name)
                .toList();
    }

    /** The file of that network, if it was fetched. */
    static Optional<Path> file(String name) {
        return NAME.matcher(name).matches() ? Cache.usual().whole(name) : Optional.empty();
    }

    /** Whether it can be fetched. */
    static boolean isOffered(String name) {
        return NAME.matcher(name).matches() && Offers.named(name).isPresent();
    }
}
