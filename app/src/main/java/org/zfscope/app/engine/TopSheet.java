package org.zfscope.app.engine;

import java.util.List;
import java.util.Optional;
import org.zfscope.viz.Target;
import org.zfscope.viz.exhibit.Sheet;

/**
 * The strongest pictures of one unit.
 *
 * @param summary what is known of the unit
 * @param problem why a picture is not as it should be; else empty
 * @param isComplete whether no projection is still to come
 */
public record TopSheet(
        Optional<UnitHits> question, String summary, List<TopHit> hits, String problem, boolean isComplete)
        implements Sheet {

    /** Before anything is open. */
    public static final TopSheet NOTHING = new TopSheet(Optional.empty(), "", List.of(), "", true);

    public TopSheet {
        hits = List.copyOf(hits);
    }

    @Override
    public boolean answers(Object asked) {
        return question.equals(Optional.of(asked));
    }

    /** Whose they are. */
    public Optional<Target.Strongest> unit() {
        return question.map(UnitHits::unit);
    }
}
