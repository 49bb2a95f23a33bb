package org.zfscope.viz.exhibit;

import static org.zfscope.models.words.Words.say;

import java.util.Optional;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.figure.MapsFigure;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Provenance;
import org.zfscope.viz.render.Theme;

/** What do a layer's maps answer to the picture? */
public record FeatureMaps(Subject subject, String layer, Contrast contrast) implements LayerExhibit {

    @Override
    public Figure answer(Lab lab, Progress progress) {
        PictureRun run = run(lab);
        return new Result(
                run.activations().maps(layer, 0), say("viz.feature-maps.of", layer, Naming.of(run)), contrast);
    }

    private record Result(Tensor maps, String title, Contrast contrast) implements Figure {
        @Override
        public Drawing labelled(Theme theme) {
            return MapsFigure.draw(maps, contrast, title, theme);
        }

        @Override
        public Drawing plain() {
            return MapsFigure.plain(maps, contrast);
        }

        @Override
        public Optional<Numbers> numbers() {
            return Optional.of(Numbers.of(maps));
        }
    }

    @Override
    public TileSheet tiles(Lab lab, Audience audience) {
        return TileSheet.ofMaps(this, run(lab).activations().maps(layer, 0), contrast, "");
    }

    private PictureRun run(Lab lab) {
        lab.network(subject.model()).node(layer);
        return lab.run(subject, Keep.only(layer));
    }

    @Override
    public String name() {
        return layer + "-maps";
    }

    @Override
    public String shows() {
        return "maps";
    }

    @Override
    public Provenance describe(Provenance made) {
        return made.with("layer", layer);
    }

    @Override
    public Optional<Command> command(Network network, String file) {
        Command maps = Options.ofPicture("maps", subject).with("--layer", layer);
        return Optional.of(Options.with(maps, contrast).with("-o", file));
    }
}
