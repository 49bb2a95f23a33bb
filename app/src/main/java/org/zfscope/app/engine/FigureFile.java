package org.zfscope.app.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zfscope.models.Network;
import org.zfscope.models.Program;
import org.zfscope.models.image.RgbImage;
import org.zfscope.viz.Target;
import org.zfscope.viz.index.TopIndex;
import org.zfscope.viz.render.Mosaic;
import org.zfscope.viz.render.MosaicStyle;
import org.zfscope.viz.render.Png;
import org.zfscope.viz.render.Provenance;

/** A figure as a file, with all that it was made from. */
record FigureFile(Exported what, Wanted wanted, Network network) {

    /** Writes a picture, every pixel a square of that side. */
    void write(RgbImage picture, int zoom, Path file) {
        RgbImage enlarged = zoom == 1
                ? picture
                : Mosaic.ofPictures(List.of(picture))
                        .draw(MosaicStyle.standard().withZoom(zoom));
        Png.write(file, enlarged, provenance(String.valueOf(file.getFileName())));
    }

    private Provenance provenance(String file) {
        Subject subject = wanted.subject().orElseThrow();
        Provenance origin = Provenance.of(Program.version());
        Optional<String> command = CommandText.of(what, wanted, network, file);
        origin = command.isPresent() ? origin.with("command", command.get()) : origin;
        origin = origin.withModel(subject.model(), network.weights());
        origin = origin.with("preprocessing", network.preprocessing().toString());
        return what == Exported.MAPS && wanted.kind() == MapsKind.TOP_9
                ? index(origin)
                : picture(origin.withFile("picture", subject.picture()));
    }

    private Provenance picture(Provenance origin) {
        Provenance named = origin.with("layer", wanted.layer().orElseThrow())
                .with("shows", what == Exported.UNIT ? "projection" : CommandText.word(wanted.kind()));
        boolean back =
                what == Exported.UNIT || wanted.kind() == MapsKind.PROJECTIONS || wanted.kind() == MapsKind.BACKWARD;
        return back ? method(named) : named;
    }

    private Provenance method(Provenance origin) {
        return way(origin.with(
                "unit",
                wanted.target().map(Target::toString).orElse(wanted.layer().orElseThrow() + ":*")));
    }

    private Provenance way(Provenance origin) {
        return origin.with("rule", CommandText.word(wanted.method().relu()))
                .with("lrn", CommandText.word(wanted.method().lrn()))
                .with("seed", CommandText.word(wanted.method().seed()));
    }

    private Provenance index(Provenance origin) {
        OpenIndex open = wanted.top().index().orElseThrow();
        TopIndex index = open.index();
        return way(origin.with("layer", wanted.layer().orElseThrow())
                .with("shows", "strongest pictures")
                .with("images", index.dataset().root().toString())
                .with("pictures", Integer.toString(index.tops().done()))
                .withFile("index", open.file()));
    }
}
