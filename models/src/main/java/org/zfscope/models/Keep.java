package org.zfscope.models;

import java.util.Set;

/**
 * What a forward run keeps: outputs and the pools' switches, of all layers or up to one, or the outputs of a few layers.
 * Where all are kept, some may be computed again only when somebody looks at them.
 */
public sealed interface Keep {

    /** Everything a projection needs. */
    record Everything() implements Keep {}

    /** Everything that a projection of units of this layer needs; the network runs no further. */
    record UpTo(String layer) implements Keep {}

    /** Only the named outputs; memory of the others is given back as soon as no layer needs it. */
    record Only(Set<String> layers) implements Keep {
        public Only {
            layers = Set.copyOf(layers);
        }
    }

    static Keep everything() {
        return new Everything();
    }

    static Keep upTo(String layer) {
        return new UpTo(layer);
    }

    static Keep only(String... layers) {
        return new Only(Set.of(layers));
    }

    default boolean keeps(String layer) {
        return recordsSwitches() || (this instanceof Only only && only.layers.contains(layer));
    }

    /** Whether the way back can be gone. */
    default boolean recordsSwitches() {
        return !(this instanceof Only);
    }

    /** Whether nothing above this layer is asked for. */
    default boolean endsAt(String layer) {
        return this instanceof UpTo last && last.layer.equals(layer);
    }

    /** Whether this very output is asked for, so that it should be there without being computed again. */
    default boolean asksFor(String layer) {
        return endsAt(layer) || (this instanceof Only && keeps(layer));
    }
}
