package org.zfscope.viz.exhibit;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.ClassScores;
import org.zfscope.viz.Method;
import org.zfscope.viz.Projection;
import org.zfscope.viz.Target;
import org.zfscope.viz.Targets;
import org.zfscope.viz.Unit;
import org.zfscope.viz.analysis.Fill;
import org.zfscope.viz.analysis.HitProjection;
import org.zfscope.viz.analysis.LayerTops;
import org.zfscope.viz.analysis.Occluder;
import org.zfscope.viz.analysis.Occlusion;
import org.zfscope.viz.analysis.Strengths;
import org.zfscope.viz.figure.TopFigure;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.MapTiles;
import org.zfscope.viz.render.Provenance;
import org.zfscope.viz.render.Scale;

/**
 * What does the network lose when a square covers a part of the picture [Zeiler2014 fig. 7]?
 *
 * @param map whose total activation and projection are shown; usually the one with the strongest neuron
 * @param label the class whose probability is shown; usually the likeliest
 * @param occluder usually as {@link Occluder#usual} has it
 * @param index the map's strongest pictures, where they are known
 */
public record OcclusionMap(
        Subject subject,
        String layer,
        Optional<Integer> map,
        Optional<Integer> label,
        Optional<Occluder> occluder,
        Fill fill,
        Optional<IndexFile> index)
        implements LayerExhibit {

    /** As is usual for a layer. */
    public static OcclusionMap of(Subject subject, String layer) {
        return new OcclusionMap(
                subject, layer, Optional.empty(), Optional.empty(), Optional.empty(), Fill.MEAN, Optional.empty());
    }

    /** The same about one map. */
    public OcclusionMap withMap(int other) {
        return new OcclusionMap(subject, layer, Optional.of(other), label, occluder, fill, index);
    }

    @Override
    public OcclusionResult answer(Lab lab, Progress progress) {
        PictureRun run = lab.run(subject, Keep.everything());
        Network network = run.network();
        Unit unit = unit(run);
        int shown = label(run);
        Tensor cover = fill.input(network);
        Occlusion occlusion = Occlusion.of(run.activations(), layer, square(network), cover, progress);
        Projection projection = lab.projector(network, Method.DECONVNET)
                .projectUnits(run.activations(), List.of(unit), Progress.SILENT)
                .get(0);
        String title = say(
                "viz.occlusion-map.of",
                Naming.of(run),
                layer,
                square(network).size(),
                occlusion.activity().shape().area(),
                square(network).stride(),
                fill);
        return new OcclusionResult(run, occlusion, projection, hits(lab, network, unit), cover, shown, title);
    }

    private Occluder square(Network network) {
        return occluder.orElseGet(() -> Occluder.usual(network.input()));
    }

    private Unit unit(PictureRun run) {
        float[] strengths = Strengths.ofMaps(run.activations().maps(layer, 0));
        int strongest = 0;
        for (int i = 1; i < strengths.length; i++) {
            strongest = strengths[i] > strengths[strongest] ? i : strongest;
        }
        return new Targets(run.activations(), 0).find(new Target.Strongest(layer, map.orElse(strongest)));
    }

    private int label(PictureRun run) {
        int classes = run.network().shape(run.network().output().name()).channels();
        if (label.isPresent() && label.get() >= classes) {
            throw new InputException(say("viz.occlusion-map.class-index", label.get(), classes - 1));
        }
        return label.orElseGet(() ->
                run.scores(1).stream().findFirst().map(ClassScores.Score::index).orElse(0));
    }

    private List<RgbImage> hits(Lab lab, Network network, Unit unit) {
        if (index.isEmpty()) {
            return List.of();
        }
        LayerTops tops = index.get().index().layer(layer);
        List<HitProjection> found = lab.hits(network, index.get(), Method.DECONVNET)
                .see(layer, tops, List.of(unit.unit()), Progress.SILENT)
                .get(0);
        return found.isEmpty() ? List.of() : new TopFigure(network, layer, TopFigure.CONTRAST).projections(found);
    }

    /** Each map's total activation, one tile a map. */
    @Override
    public TileSheet tiles(Lab lab, Audience audience) {
        PictureRun run = lab.run(subject, Keep.everything());
        Network network = run.network();
        Occlusion occlusion = Occlusion.of(run.activations(), layer, square(network), fill.input(network), audience);
        Tensor maps = occlusion.activity();
        Contrast contrast = Contrast.weights().withScale(Scale.Shared.TILE);
        String note = say("viz.occlusion-map.note", square(network).size());
        float[] strengths = Strengths.ofMaps(run.activations().maps(layer, 0));
        return new TileSheet(this, MapTiles.of(maps, contrast), strengths, Optional.of(maps), note, 0);
    }

    @Override
    public boolean isSlow() {
        return true;
    }

    @Override
    public LayerExhibit ofTiles() {
        return new OcclusionMap(subject, layer, Optional.empty(), Optional.empty(), occluder, fill, Optional.empty());
    }

    @Override
    public String name() {
        return layer + "-occlusion";
    }

    @Override
    public String shows() {
        return "occlusion";
    }

    @Override
    public Map<String, Path> sources() {
        Map<String, Path> sources = new LinkedHashMap<>();
        index.ifPresent(i -> sources.put("index", i.file()));
        return sources;
    }

    @Override
    public Provenance describe(Provenance made) {
        Provenance described = made.with("layer", layer).with("fill", fill.toString());
        if (map.isPresent()) {
            described = described.with("unit", layer + ":" + map.get());
        }
        return occluder.isEmpty()
                ? described
                : described
                        .with("square", Integer.toString(occluder.get().size()))
                        .with("stride", Integer.toString(occluder.get().stride()))
                        .with("border", Command.word(occluder.get().border()));
    }

    @Override
    public Optional<Command> command(Network network, String file) {
        Command command = Options.ofPicture("occlude", subject).with("--layer", layer);
        List<String> more = new ArrayList<>(command.words());
        map.ifPresent(m -> more.addAll(List.of("--map", Integer.toString(m))));
        label.ifPresent(c -> more.addAll(List.of("--class", Integer.toString(c))));
        index.ifPresent(i -> more.addAll(List.of("--index", i.file().toString())));
        Occluder usual = Occluder.usual(network.input());
        Occluder used = square(network);
        return Optional.of(new Command(more)
                .with("--square", used.size(), usual.size())
                .with("--stride", used.stride(), usual.stride())
                .with("--border", used.border(), usual.border())
                .with("--fill", fill.toString(), Fill.MEAN.toString())
                .with("-o", file));
    }
}
