package org.zfscope.models.open;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zfscope.models.pull.Cache;
import org.zfscope.models.pull.Offer;
import org.zfscope.models.pull.Offers;

/** All networks that have names, and where their weights come from here and now. */
public final class Shelf {

    /** Where trained weights are. */
    public enum State {
        /** They ship. */
        BUNDLED,
        /** They were fetched, and lie in the cache. */
        FETCHED,
        /** They can be fetched. */
        OFFERED,
        /** There are none: the name means random weights. */
        RANDOM
    }

    /**
     * A network that has a name.
     *
     * @param random whether it can be had with random weights too, as {@code random:NAME}
     * @param file of its trained weights, if it is there
     */
    public record Known(String name, State state, boolean random, Optional<Offer> offer, Optional<Path> file) {}

    private Shelf() {}

    /** What ships, what can be fetched, and then what has random weights only. */
    public static List<Known> all() {
        List<Known> all = new ArrayList<>();
        all.add(new Known(Bundled.NAME, State.BUNDLED, false, Optional.empty(), Optional.empty()));
        Cache cache = Cache.usual();
        List<String> architectures = Models.untrained();
        List<Offer> offers = Offers.usual();
        for (Offer offer : offers) {
            Optional<Path> file = cache.whole(offer);
            State state = file.isPresent() ? State.FETCHED : State.OFFERED;
            all.add(new Known(offer.name(), state, architectures.contains(offer.name()), Optional.of(offer), file));
        }
        architectures.stream()
                .filter(name -> offers.stream().noneMatch(o -> o.name().equals(name)))
                .forEach(name -> all.add(new Known(name, State.RANDOM, true, Optional.empty(), Optional.empty())));
        return all;
    }
}
