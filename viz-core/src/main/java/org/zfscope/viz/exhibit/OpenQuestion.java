package org.zfscope.viz.exhibit;

import java.util.Optional;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.io.InputException;
import org.zfscope.viz.render.Provenance;

/**
 * A question that cannot be put yet, as something has not been chosen.
 *
 * @param hint what is to be done
 */
public record OpenQuestion(Subject subject, String layer, String hint) implements LayerExhibit {

    @Override
    public Figure answer(Lab lab, Progress progress) {
        throw new InputException(hint);
    }

    @Override
    public TileSheet tiles(Lab lab, Audience audience) {
        return TileSheet.empty(this, hint);
    }

    @Override
    public String name() {
        return layer;
    }

    @Override
    public String shows() {
        return "nothing";
    }

    @Override
    public Provenance describe(Provenance made) {
        return made;
    }

    @Override
    public Optional<Command> command(Network network, String file) {
        return Optional.empty();
    }
}
