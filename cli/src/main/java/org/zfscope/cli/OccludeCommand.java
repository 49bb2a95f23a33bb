package org.zfscope.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zfscope.models.Progress;
import org.zfscope.models.tensor.Shape;
import org.zfscope.viz.analysis.Fill;
import org.zfscope.viz.analysis.Occluder;
import org.zfscope.viz.exhibit.IndexFile;
import org.zfscope.viz.exhibit.Lab;
import org.zfscope.viz.exhibit.OcclusionMap;
import org.zfscope.viz.exhibit.OcclusionPreview;
import org.zfscope.viz.exhibit.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Moves a square over a picture and draws what that takes away. */
@Command(name = "occlude", description = "${bundle:cli.occlude-command.about}")
final class OccludeCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions model;

    @Mixin
    private FigureOptions figure;

    @Parameters(index = "1", paramLabel = "IMAGE", descriptionKey = "cli.any.picture-network-input-npy")
    private Path image;

    @Option(names = "--layer", required = true, paramLabel = "L", descriptionKey = "cli.occlude-command.layer")
    private String layer;

    @Option(names = "--map", paramLabel = "N", descriptionKey = "cli.occlude-command.map")
    @Range(min = 0, max = 1e6)
    private Optional<Integer> map;

    @Option(names = "--class", paramLabel = "N", descriptionKey = "cli.occlude-command.class")
    @Range(min = 0, max = 1e6)
    private Optional<Integer> label;

    @Option(names = "--square", paramLabel = "N", descriptionKey = "cli.occlude-command.square")
    @Range(min = 1, max = 10_000)
    private Optional<Integer> square;

    @Option(names = "--stride", paramLabel = "N", descriptionKey = "cli.occlude-command.stride")
    @Range(min = 1, max = 10_000)
    private Optional<Integer> stride;

    @Option(names = "--border", defaultValue = "inside", descriptionKey = "cli.occlude-command.border")
    private Occluder.Border border;

    @Option(
            names = "--fill",
            defaultValue = "mean",
            paramLabel = "mean|grey|R,G,B",
            converter = FillConverter.class,
            descriptionKey = "cli.any.fill")
    private Fill fill;

    @Option(names = "--index", paramLabel = "index.json", descriptionKey = "cli.occlude-command.index")
    private Optional<Path> index;

    @Option(names = "--preview", descriptionKey = "cli.occlude-command.preview")
    private boolean preview;

    @Override
    public Integer call() {
        Subject subject = Subject.of(model.source(), image);
        try (Lab lab = model.lab()) {
            Optional<Occluder> occluder =
                    Optional.of(occluder(lab.network(model.source()).input()));
            if (preview) {
                OcclusionPreview places = new OcclusionPreview(subject, occluder, fill);
                figure.write(places, lab, places.answer(lab, Progress.SILENT));
            } else {
                OcclusionMap occlusion =
                        new OcclusionMap(subject, layer, map, label, occluder, fill, index.map(IndexFile::read));
                figure.write(occlusion, lab, occlusion.answer(lab, figure.progress()));
            }
        }
        return 0;
    }

    private Occluder occluder(Shape input) {
        Occluder usual = Occluder.usual(input);
        return new Occluder(square.orElse(usual.size()), stride.orElse(usual.stride()), border);
    }
}
