package org.zfscope.app.engine;

import java.util.List;
import org.zfscope.viz.Target;

/**
 * The strongest pictures of one unit.
 *
 * @param summary what is known of the unit
 * @param problem why a picture is not as it should be; else empty
 * @param complete whether no projection is still to come
 */
public record TopSheet(
        List<Object> key, Target.Strongest unit, String summary, List<TopHit> hits, String problem, boolean complete) {
    public static final TopSheet NOTHING =
            new TopSheet(List.of(), new Target.Strongest("", 0), "", List.of(), "", true);

    public TopSheet {
        hits = List.copyOf(hits);
    }
}
