package org.zfscope.viz.exhibit;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.viz.render.Provenance;

/** A question that is answered by a picture. */
public interface PictureExhibit extends Exhibit<Figure> {

    @Override
    Figure answer(Lab lab, Progress progress);

    /** Its name as a file's, without an ending. */
    String name();

    /** What it shows, in one or two words. */
    String shows();

    /** Adds what a picture of it says of its making to what all pictures say. */
    Provenance describe(Provenance made);

    /** Files that were read besides model and picture, by what they are called in provenances. */
    default Map<String, Path> sources() {
        return Map.of();
    }

    /** Whether its answer has numbers beside the picture. */
    default boolean hasNumbers() {
        return true;
    }

    /**
     * The command that makes the same picture; none where no command does.
     *
     * @param file where the picture goes
     */
    Optional<Command> command(Network network, String file);

    /**
     * Where its picture comes from.
     *
     * @param network the subject's
     * @param command that made it; none where no command does
     */
    default Provenance provenance(Network network, Optional<Command> command) {
        return describe(subject().provenance(network, command));
    }
}
