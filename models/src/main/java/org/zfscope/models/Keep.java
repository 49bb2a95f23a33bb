package org.zfscope.models;

import java.util.Set;

/** What a forward run keeps: every output and the pools' switches, or the outputs of a few layers. */
public sealed interface Keep {

    /** Everything a projection needs. */
    record Everything() implements Keep {}

    /** Only the named outputs; memory of the others is given back as soon as no layer needs it. */
    record Only(Set<String> layers) implements Keep {
        public Only {
            layers = Set.copyOf(layers);
        }
    }

    static Keep everything() {
        return new Everything();
    }

    static Keep only(String... layers) {
        return new Only(Set.of(layers));
    }

    default boolean keeps(String layer) {
        return this instanceof Everything || (this instanceof Only only && only.layers.contains(layer));
    }
}
