package org.zfscope.viz.exhibit;

import java.util.List;
import java.util.Optional;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.viz.Method;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Provenance;

/** What of the picture does each of a layer's maps answer to most strongly? */
public record LayerProjections(Subject subject, String layer, Method method, Contrast contrast)
        implements LayerExhibit {

    /** The same as units. */
    private UnitProjections units() {
        return new UnitProjections(subject, List.of(layer + UnitProjections.EVERY_MAP), method, contrast);
    }

    @Override
    public UnitProjections.Result answer(Lab lab, Progress progress) {
        return units().answer(lab, progress);
    }

    @Override
    public TileSheet tiles(Lab lab, Audience audience) {
        PictureRun run = lab.run(subject, Keep.upTo(layer));
        return new ProjectionTiles(this, run, lab.projector(run.network(), method)).make(audience);
    }

    @Override
    public boolean isSlow() {
        return true;
    }

    @Override
    public String name() {
        return layer + "-projections";
    }

    @Override
    public String shows() {
        return "projections";
    }

    @Override
    public Provenance provenance(Network network, Optional<Command> command) {
        return Options.beyond(LayerExhibit.super.provenance(network, command), network, method);
    }

    @Override
    public Provenance describe(Provenance made) {
        return units().describe(made);
    }

    @Override
    public Optional<Command> command(Network network, String file) {
        return units().command(network, file);
    }
}
