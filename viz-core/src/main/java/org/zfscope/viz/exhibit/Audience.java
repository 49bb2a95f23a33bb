package org.zfscope.viz.exhibit;

import java.util.Set;
import org.zfscope.models.Progress;

/** Who looks on while a layer's tiles are made. */
public interface Audience extends Progress {

    /** Shown after each part that takes long: what is there so far. */
    void see(TileSheet soFar);

    /** The units that are looked at now, to be made before others; none where it does not matter. */
    Set<Integer> inView();
}
