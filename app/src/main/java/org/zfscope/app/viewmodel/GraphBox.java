package org.zfscope.app.viewmodel;

/**
 * A box of the drawn network: layers from {@code from} up to, not including, {@code to} in the network's order.
 *
 * @param id the name of the layer, or the beginning that the layers' names have in common and where they begin
 * @param label what is written in it
 */
public record GraphBox(Kind kind, String id, String label, int from, int to) {

    /** What a box stands for. */
    public enum Kind {
        /** The picture that goes in. */
        INPUT,
        /** One layer. */
        LAYER,
        /** Several layers whose names begin alike. */
        MODULE,
        /** Where a module begins whose layers are boxes of their own. */
        OPEN_MODULE
    }

    /** Whether a layer, by its place in the network's order, is one of these. */
    public boolean holds(int layer) {
        return layer >= from && layer < to;
    }
}
