package org.zfscope.viz.exhibit;

import static org.zfscope.models.words.Words.say;

import java.util.Optional;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.io.InputException;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.Method;
import org.zfscope.viz.Target;
import org.zfscope.viz.figure.MapsFigure;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Provenance;
import org.zfscope.viz.render.Theme;

/** What is left of a unit's signal on its way down, where it has come to a layer? */
public record BackwardSignal(Subject subject, String layer, Target target, Method method, Contrast contrast)
        implements LayerExhibit {

    @Override
    public Figure answer(Lab lab, Progress progress) {
        PictureRun run = lab.run(subject, Keep.everything());
        String title = say("viz.backward-signal.signal", Command.word(method.relu()), Naming.of(run), target, layer);
        return new Result(signal(lab, run), title, contrast);
    }

    private Tensor signal(Lab lab, PictureRun run) {
        return lab.projector(run.network(), method).signal(run.activations(), target, layer);
    }

    private record Result(Tensor signal, String title, Contrast contrast) implements Figure {
        @Override
        public Drawing labelled(Theme theme) {
            return MapsFigure.each(signal, contrast, title, theme);
        }

        @Override
        public Drawing plain() {
            return MapsFigure.plain(signal, contrast);
        }

        @Override
        public Optional<Numbers> numbers() {
            return Optional.of(Numbers.of(signal));
        }
    }

    @Override
    public TileSheet tiles(Lab lab, Audience audience) {
        if (target.map().filter(map -> map.layer().equals(layer)).isPresent()) {
            return TileSheet.empty(this, say("viz.backward-signal.choose-below", target));
        }
        PictureRun run = lab.run(subject, Keep.everything());
        try {
            return TileSheet.ofMaps(
                    this, signal(lab, run), contrast, say("viz.backward-signal.signal-2", target, layer));
        } catch (InputException e) {
            return TileSheet.empty(this, e.message());
        }
    }

    @Override
    public String name() {
        return layer + "-backward";
    }

    @Override
    public String shows() {
        return "backward";
    }

    @Override
    public Provenance provenance(Network network, Optional<Command> command) {
        return Options.beyond(LayerExhibit.super.provenance(network, command), network, method);
    }

    @Override
    public Provenance describe(Provenance made) {
        return Options.describe(made.with("layer", layer).with("unit", target.toString()), method);
    }

    /** The command line knows projections to the pixels only. */
    @Override
    public Optional<Command> command(Network network, String file) {
        return Optional.empty();
    }
}
