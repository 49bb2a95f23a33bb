package org.zfscope.viz.exhibit;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.analysis.Correspondence;
import org.zfscope.viz.analysis.Correspondence.Delta;
import org.zfscope.viz.analysis.Correspondence.Row;
import org.zfscope.viz.analysis.Fill;
import org.zfscope.viz.analysis.Occlusion;
import org.zfscope.viz.analysis.Parts;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Mosaic;
import org.zfscope.viz.render.MosaicStyle;
import org.zfscope.viz.render.Provenance;
import org.zfscope.viz.render.Theme;
import org.zfscope.viz.render.Tile;

/**
 * Does the network know which part is which [Zeiler2014 fig. 8, table 1]?
 *
 * @param parts the file that marks them
 * @param folder where its pictures are
 * @param square the side of the squares; 0 = an eighth of the input's shorter side
 * @param random how many random places each picture gets
 * @param seed from which they are drawn
 */
public record CorrespondenceTable(
        Subject subject, Path parts, Path folder, List<String> layers, int square, Fill fill, int random, long seed)
        implements PictureExhibit {

    /** How many random places are usual. */
    public static final int RANDOM = 50;

    private static final int SHARE = 8;

    public CorrespondenceTable {
        layers = List.copyOf(layers);
    }

    @Override
    public Result answer(Lab lab, Progress progress) {
        Network network = lab.network(subject.model());
        Parts marked = Parts.read(parts);
        Shape input = network.input();
        int side = square == 0 ? Math.max(1, Math.min(input.height(), input.width()) / SHARE) : square;
        Tensor cover = fill.input(network);
        Correspondence analysis = new Correspondence(network, layers, cover, side);
        List<Tensor> pictures = new ArrayList<>();
        List<List<Window>> squares = new ArrayList<>();
        marked.names().forEach(name -> squares.add(new ArrayList<>()));
        marked.pictures().forEach((name, places) -> {
            RgbImage picture = ImageFiles.read(folder.resolve(name));
            pictures.add(network.preprocessing().apply(picture, input));
            for (int p = 0; p < squares.size(); p++) {
                Parts.Place at = places.getOrDefault(marked.names().get(p), new Parts.Place(0, 0));
                double[] lies = network.preprocessing().placed(picture, input, at.row(), at.column());
                squares.get(p).add(analysis.square(lies[0], lies[1]));
            }
        });
        List<String> names = new ArrayList<>(marked.names());
        SplittableRandom dice = new SplittableRandom(seed);
        for (int r = 0; r < random; r++) {
            names.add(say("viz.correspondence-table.random"));
            squares.add(IntStream.range(0, pictures.size())
                    .mapToObj(i -> analysis.random(dice))
                    .toList());
        }
        List<Row> rows = analysis.rows(pictures, names, squares, progress);
        int known = marked.names().size();
        return new Result(
                network,
                layers,
                side,
                rows.subList(0, known),
                rows.subList(known, rows.size()),
                pictures,
                squares,
                cover);
    }

    /**
     * The table, and what it was made from.
     *
     * @param marked a row a part
     * @param random a row a random place
     */
    public record Result(
            Network network,
            List<String> layers,
            int square,
            List<Row> marked,
            List<Row> random,
            List<Tensor> pictures,
            List<List<Window>> squares,
            Tensor fill)
            implements Figure, Answer {

        /** A row a picture: as it is, with each part hidden, and with the first random place. */
        @Override
        public Drawing labelled(Theme theme) {
            return new Mosaic(tiles(), text())
                    .draw(MosaicStyle.figure().withTheme(theme).withZoom(1).withColumns(columns() + 1));
        }

        private int columns() {
            return Math.min(squares.size(), marked.size() + 1);
        }

        private List<Tile> tiles() {
            List<Tile> tiles = new ArrayList<>();
            for (int i = 0; i < pictures.size(); i++) {
                tiles.add(Tile.of(network.preprocessing().picture(pictures.get(i))));
                for (int p = 0; p < columns(); p++) {
                    Tensor hidden = Occlusion.covered(
                            pictures.get(i), fill, squares.get(p).get(i));
                    String name = p < marked.size()
                            ? marked.get(p).part()
                            : random.get(0).part();
                    tiles.add(Tile.of(network.preprocessing().picture(hidden), name));
                }
            }
            return tiles;
        }

        @Override
        public Drawing plain() {
            return Mosaic.ofPictures(tiles().stream().map(Tile::picture).toList())
                    .draw(MosaicStyle.standard().withZoom(1).withColumns(columns() + 1));
        }

        /** The mean of all random rows, and the standard deviation between them. */
        private Delta control(int layer) {
            double[] deltas = random.stream()
                    .mapToDouble(r -> r.deltas().get(layer).delta())
                    .toArray();
            double mean = IntStream.range(0, deltas.length)
                    .mapToDouble(i -> deltas[i])
                    .average()
                    .orElse(Double.NaN);
            double variance = IntStream.range(0, deltas.length)
                    .mapToDouble(i -> (deltas[i] - mean) * (deltas[i] - mean))
                    .average()
                    .orElse(Double.NaN);
            return new Delta(mean, Math.sqrt(variance));
        }

        @Override
        public Object json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("square", square);
            json.put("pictures", pictures.size());
            List<Object> all = new ArrayList<>();
            for (int l = 0; l < layers.size(); l++) {
                Map<String, Object> layer = new LinkedHashMap<>();
                layer.put("layer", layers.get(l));
                List<Object> parts = new ArrayList<>();
                for (Row row : marked) {
                    Map<String, Object> part = words(row.part(), row.deltas().get(l));
                    part.put("p", Correspondence.p(row, random, l));
                    parts.add(part);
                }
                layer.put("parts", parts);
                if (!random.isEmpty()) {
                    layer.put("random", words(random.get(0).part(), control(l)));
                }
                all.add(layer);
            }
            json.put("layers", all);
            return json;
        }

        private static Map<String, Object> words(String name, Delta delta) {
            Map<String, Object> words = new LinkedHashMap<>();
            words.put("part", name);
            words.put("delta", delta.delta());
            words.put("deviation", delta.deviation());
            return words;
        }

        @Override
        public String text() {
            List<String> lines = new ArrayList<>();
            lines.add(say("viz.correspondence-table.of", network.title(), square, pictures.size(), random.size()));
            for (int l = 0; l < layers.size(); l++) {
                for (Row row : marked) {
                    lines.add(say(
                            "viz.correspondence-table.part",
                            layers.get(l),
                            row.part(),
                            Quantities.fixed(row.deltas().get(l).delta(), 4),
                            Quantities.fixed(row.deltas().get(l).deviation(), 4),
                            Quantities.fixed(Correspondence.p(row, random, l), 3)));
                }
                if (!random.isEmpty()) {
                    lines.add(say(
                            "viz.correspondence-table.control",
                            layers.get(l),
                            random.get(0).part(),
                            Quantities.fixed(control(l).delta(), 4),
                            Quantities.fixed(control(l).deviation(), 4)));
                }
            }
            return String.join("\n", lines);
        }
    }

    @Override
    public String name() {
        return "correspondence";
    }

    @Override
    public String shows() {
        return "correspondence";
    }

    @Override
    public boolean hasNumbers() {
        return false;
    }

    @Override
    public Map<String, Path> sources() {
        return Map.of("parts", parts);
    }

    @Override
    public Provenance describe(Provenance made) {
        return made.withFile("parts", parts)
                .with("layers", String.join(" ", layers))
                .with("square", Integer.toString(square))
                .with("fill", fill.toString())
                .with("random", Integer.toString(random))
                .with("random-seed", Long.toString(seed));
    }

    @Override
    public Optional<Command> command(Network network, String file) {
        Command said = Options.ofFiles("correspond", subject, List.of(parts)).with("--images", folder.toString());
        return Optional.of(Options.withEach(said, "--layer", layers)
                .with("--square", square, 0)
                .with("--fill", fill.toString(), Fill.MEAN.toString())
                .with("--random", random, RANDOM)
                .with("--seed", seed, 1L)
                .with("-o", file));
    }
}
