package org.zfscope.app.engine;

import java.util.Optional;
import org.zfscope.models.Network;
import org.zfscope.viz.exhibit.Sheet;
import org.zfscope.viz.exhibit.Subject;

/**
 * The network that is open.
 *
 * @param question none before anything is open
 */
public record NetworkSheet(Optional<Subject> question, Optional<Network> network) implements Sheet {

    /** Before anything is open. */
    public static final NetworkSheet NOTHING = new NetworkSheet(Optional.empty(), Optional.empty());

    /** What is asked for. */
    public static Optional<Subject> question(Request request) {
        return request.model().map(model -> new Subject(model, Optional.empty(), request.reading()));
    }

    @Override
    public boolean answers(Object asked) {
        return question.equals(Optional.of(asked));
    }
}
