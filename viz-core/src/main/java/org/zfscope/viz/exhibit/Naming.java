package org.zfscope.viz.exhibit;

import org.zfscope.models.Network;

/** How titles call what a figure was made from. */
final class Naming {

    private Naming() {}

    /** With a warning where its weights are random. */
    static String of(Network network) {
        return network.title();
    }

    /** Network and picture. */
    static String of(PictureRun run) {
        return of(run.network()) + ", " + run.pictureName();
    }
}
