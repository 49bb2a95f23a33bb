package org.zfscope.viz.exhibit;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Shape;
import org.zfscope.viz.analysis.Fill;
import org.zfscope.viz.analysis.Occluder;
import org.zfscope.viz.figure.OcclusionFigure;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Mosaic;
import org.zfscope.viz.render.MosaicStyle;
import org.zfscope.viz.render.Provenance;
import org.zfscope.viz.render.Theme;
import org.zfscope.viz.render.Tile;

/**
 * Where would the square of an occlusion lie?
 *
 * @param occluder usually as {@link Occluder#usual} has it
 */
public record OcclusionPreview(Subject subject, Optional<Occluder> occluder, Fill fill) implements PictureExhibit {

    /** The picture with the places. */
    public record Result(RgbImage drawn, Occluder occluder, int rows, int columns) implements Figure, Answer {
        @Override
        public Drawing labelled(Theme theme) {
            return new Mosaic(List.of(Tile.of(drawn)), text())
                    .draw(MosaicStyle.figure().withTheme(theme).withZoom(1));
        }

        @Override
        public Drawing plain() {
            return Drawing.of(drawn);
        }

        @Override
        public Object json() {
            return Map.of("rows", rows, "columns", columns, "square", occluder.size(), "stride", occluder.stride());
        }

        @Override
        public String text() {
            return say("viz.occlusion-preview.places", rows, columns, occluder.size(), occluder.stride());
        }
    }

    @Override
    public Result answer(Lab lab, Progress progress) {
        Network network = lab.network(subject.model());
        PictureRun run = lab.run(subject, Keep.only(network.nodes().get(0).name()));
        Occluder used = occluder.orElseGet(() -> Occluder.usual(network.input()));
        RgbImage cover = network.preprocessing().picture(fill.input(network));
        Shape input = network.input();
        RgbImage drawn = OcclusionFigure.places(run.seen(), cover, used, Theme.LIGHT.mark());
        return new Result(drawn, used, used.rows(input), used.columns(input));
    }

    @Override
    public String name() {
        return "occlusion-places";
    }

    @Override
    public String shows() {
        return "places";
    }

    @Override
    public boolean hasNumbers() {
        return false;
    }

    @Override
    public Provenance describe(Provenance made) {
        return made.with("fill", fill.toString());
    }

    /** Of the command's layer, which it does not depend on, the first stands for any. */
    @Override
    public Optional<Command> command(Network network, String file) {
        Command said = Options.ofPicture("occlude", subject)
                .with("--layer", network.nodes().get(0).name());
        Occluder usual = Occluder.usual(network.input());
        Occluder used = occluder.orElse(usual);
        said = said.with("--square", used.size(), usual.size())
                .with("--stride", used.stride(), usual.stride())
                .with("--border", used.border(), usual.border())
                .with("--fill", fill.toString(), Fill.MEAN.toString());
        return Optional.of(new Command(Stream.concat(said.words().stream(), Stream.of("--preview", "-o", file))
                .toList()));
    }
}
