package org.zfscope.viz.exhibit;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.io.InputException;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.ClassScores;
import org.zfscope.viz.Picture;
import org.zfscope.viz.analysis.Fill;
import org.zfscope.viz.analysis.Invariance;
import org.zfscope.viz.analysis.Movement;
import org.zfscope.viz.analysis.Sweep;
import org.zfscope.viz.figure.InvarianceFigure;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Provenance;
import org.zfscope.viz.render.Theme;

/**
 * How much do the features of two layers, and the answer, change when pictures are moved [Zeiler2014 fig. 5]?
 *
 * @param sweeps by how much, for each movement that is wanted
 * @param label the class whose probability is followed; usually the likeliest of each picture
 * @param kind which distances are drawn
 */
public record InvarianceCurves(
        Subject subject,
        List<Path> pictures,
        List<String> layers,
        Map<Movement, Sweep> sweeps,
        Fill fill,
        Optional<Integer> label,
        Invariance.Distance kind)
        implements PictureExhibit {

    public InvarianceCurves {
        pictures = List.copyOf(pictures);
        layers = List.copyOf(layers);
        sweeps = Map.copyOf(sweeps);
    }

    @Override
    public Result answer(Lab lab, Progress progress) {
        Network network = lab.network(subject.model());
        int classes = network.shape(network.output().name()).channels();
        if (label.isPresent() && label.get() >= classes) {
            throw new InputException(say("viz.occlusion-map.class-index", label.get(), classes - 1));
        }
        Tensor cover = fill.input(network);
        long total = pictures.size()
                * sweeps.values().stream().mapToLong(s -> s.amounts().size()).sum();
        List<List<Invariance>> rows = new ArrayList<>();
        long done = 0;
        for (Movement movement : Movement.values()) {
            if (sweeps.containsKey(movement)) {
                Sweep sweep = sweeps.getOrDefault(movement, movement.usual());
                List<Invariance> row = new ArrayList<>();
                for (Path picture : pictures) {
                    Tensor input = Picture.read(picture, network).input();
                    long before = done;
                    row.add(Invariance.of(
                            network,
                            input,
                            movement,
                            sweep,
                            cover,
                            layers,
                            label,
                            (d, t) -> progress.report(before + d, total)));
                    done += sweep.amounts().size();
                }
                rows.add(row);
            }
        }
        return new Result(network, names(), rows, kind);
    }

    private List<String> names() {
        return pictures.stream().map(p -> String.valueOf(p.getFileName())).toList();
    }

    /** Curves by movement and picture. */
    public record Result(
            Network network, List<String> pictures, List<List<Invariance>> curves, Invariance.Distance kind)
            implements Figure, Answer {

        @Override
        public Drawing labelled(Theme theme) {
            return new InvarianceFigure(pictures, curves, kind).draw(theme);
        }

        @Override
        public Drawing plain() {
            return labelled(Theme.LIGHT);
        }

        /** A line a moved picture, under a line of names. */
        public String csv() {
            StringBuilder csv = new StringBuilder("picture,movement,amount,class,probability");
            curves.get(0)
                    .get(0)
                    .layers()
                    .forEach(l -> csv.append(",raw:").append(l).append(",unit:").append(l));
            csv.append('\n');
            for (List<Invariance> row : curves) {
                for (int p = 0; p < row.size(); p++) {
                    rows(csv, pictures.get(p), row.get(p));
                }
            }
            return csv.toString();
        }

        private static void rows(StringBuilder csv, String picture, Invariance curve) {
            for (int i = 0; i < curve.amounts().size(); i++) {
                csv.append('"').append(picture.replace("\"", "\"\"")).append('"');
                csv.append(',').append(Command.word(curve.movement()));
                csv.append(',')
                        .append(curve.amounts().get(i))
                        .append(',')
                        .append(curve.label())
                        .append(',');
                csv.append(
                        curve.probabilities().isEmpty()
                                ? ""
                                : curve.probabilities().get(i));
                for (int l = 0; l < curve.layers().size(); l++) {
                    csv.append(',').append(curve.raw().get(l).get(i));
                    csv.append(',').append(curve.unit().get(l).get(i));
                }
                csv.append('\n');
            }
        }

        @Override
        public Object json() {
            List<Object> json = new ArrayList<>();
            for (List<Invariance> row : curves) {
                for (int p = 0; p < row.size(); p++) {
                    json.add(json(pictures.get(p), row.get(p)));
                }
            }
            return json;
        }

        private static Map<String, Object> json(String picture, Invariance curve) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("picture", picture);
            json.put("movement", Command.word(curve.movement()));
            json.put("amounts", curve.amounts());
            json.put("class", curve.label());
            json.put("probabilities", curve.probabilities());
            List<Object> layers = new ArrayList<>();
            for (int l = 0; l < curve.layers().size(); l++) {
                Map<String, Object> layer = new LinkedHashMap<>();
                layer.put("layer", curve.layers().get(l));
                layer.put("raw", curve.raw().get(l));
                layer.put("unit", curve.unit().get(l));
                layer.put("rise", curve.rise(l, Invariance.Distance.RAW));
                layers.add(layer);
            }
            json.put("layers", layers);
            return json;
        }

        @Override
        public String text() {
            List<String> lines = new ArrayList<>();
            for (List<Invariance> row : curves) {
                for (int p = 0; p < row.size(); p++) {
                    lines.add(line(pictures.get(p), row.get(p)));
                }
            }
            return String.join("\n", lines);
        }

        private String line(String picture, Invariance curve) {
            List<String> rises = new ArrayList<>();
            for (int l = 0; l < curve.layers().size(); l++) {
                double most = curve.distances(l, kind).stream()
                        .mapToDouble(d -> d)
                        .max()
                        .orElse(0);
                rises.add(say(
                        "viz.invariance-curves.layer",
                        curve.layers().get(l),
                        Quantities.digits(most, 4),
                        Quantities.fixed(curve.rise(l, kind), 2)));
            }
            String layers = String.join(", ", rises);
            if (curve.probabilities().isEmpty()) {
                return say("viz.invariance-curves.picture", picture, Command.word(curve.movement()), layers);
            }
            double least =
                    curve.probabilities().stream().mapToDouble(d -> d).min().orElse(0);
            return say(
                    "viz.invariance-curves.picture-class",
                    picture,
                    Command.word(curve.movement()),
                    layers,
                    ClassScores.label(network, curve.label()),
                    Quantities.digits(least, 3));
        }
    }

    @Override
    public String name() {
        return "invariance";
    }

    @Override
    public String shows() {
        return "invariance";
    }

    @Override
    public boolean hasNumbers() {
        return false;
    }

    @Override
    public Map<String, Path> sources() {
        Map<String, Path> sources = new LinkedHashMap<>();
        for (int i = 0; i < pictures.size(); i++) {
            sources.put("picture-" + (i + 1), pictures.get(i));
        }
        return sources;
    }

    @Override
    public Provenance describe(Provenance made) {
        Provenance described = made.with("layers", String.join(" ", layers))
                .with("fill", fill.toString())
                .with("distance", Command.word(kind));
        for (Map.Entry<String, Path> source : sources().entrySet()) {
            described = described.withFile(source.getKey(), source.getValue());
        }
        return described;
    }

    @Override
    public Optional<Command> command(Network network, String file) {
        Command said = Options.withEach(Options.ofFiles("invariance", subject, pictures), "--layer", layers);
        for (Movement movement : Movement.values()) {
            if (sweeps.containsKey(movement)) {
                said = said.with(
                        option(movement),
                        sweeps.getOrDefault(movement, movement.usual()).toString());
            }
        }
        said = label.isPresent() ? said.with("--class", Integer.toString(label.get())) : said;
        return Optional.of(said.with("--fill", fill.toString(), Fill.MEAN.toString())
                .with("--distance", kind, Invariance.Distance.RAW)
                .with("-o", file));
    }

    private static String option(Movement movement) {
        return switch (movement) {
            case TRANSLATION -> "--translation";
            case SCALE -> "--scaling";
            case ROTATION -> "--rotation";
        };
    }
}
