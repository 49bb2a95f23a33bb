package org.zfscope.app.engine;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zfscope.models.Network;
import org.zfscope.models.io.InputException;
import org.zfscope.models.layer.Relu;
import org.zfscope.viz.ClassScores;
import org.zfscope.viz.Target;
import org.zfscope.viz.analysis.Fill;
import org.zfscope.viz.analysis.Occluder;
import org.zfscope.viz.exhibit.IndexFile;
import org.zfscope.viz.exhibit.Subject;

/**
 * What an experiment starts from: what is chosen in the window, and what was typed for it. Whatever is missing or cannot be
 * read is said by an {@link InputException}.
 *
 * @param network that is open
 * @param film the pictures that are open
 * @param bookmarked units of this network
 * @param index strongest pictures of this network
 */
public record Situation(
        Request request,
        Network network,
        List<Path> film,
        List<Target> bookmarked,
        Optional<IndexFile> index,
        Map<Knob, String> typed) {

    private static final int MOST = 1_000_000;

    public Situation {
        film = List.copyOf(film);
        bookmarked = List.copyOf(bookmarked);
        typed = Map.copyOf(typed);
    }

    /** The network that looks at the picture. */
    Subject seeing() {
        return request.subject().orElseThrow(() -> new InputException(say("app.situation.no-picture")));
    }

    /** The network alone. */
    Subject alone() {
        return new Subject(request.model().orElseThrow(), Optional.empty(), request.reading());
    }

    /** The unit at hand. */
    Target target() {
        return request.target()
                .filter(target -> target.isIn(network))
                .orElseThrow(() -> new InputException(say("app.situation.no-unit")));
    }

    /** The layer at hand. */
    String layer() {
        return request.layer()
                .filter(network::has)
                .orElseThrow(() -> new InputException(say("app.situation.no-layer")));
    }

    /** The unit's map, where it lies in the layer at hand. */
    Optional<Integer> mapOfLayer() {
        return request.target()
                .flatMap(Target::map)
                .filter(map -> map.layer().equals(layer()))
                .map(Target.Strongest::unit);
    }

    /** What is typed, or what is usual. */
    String text(Knob knob) {
        return typed.getOrDefault(knob, knob.usual()).strip();
    }

    /** A whole number from {@code least} on, if any is typed. */
    Optional<Integer> whole(Knob knob, int least) {
        return parsed(knob, Integer::valueOf)
                .map(value -> checked(knob, value >= least && value <= MOST, value, least));
    }

    /** The same of one that is needed. */
    int count(Knob knob, int least) {
        return whole(knob, least).orElseGet(() -> Integer.valueOf(knob.usual()));
    }

    /** A number above zero, if any is typed. */
    Optional<Double> positive(Knob knob) {
        return parsed(knob, Double::valueOf).map(value -> checked(knob, value > 0 && value <= MOST, value, 0));
    }

    private <T> T checked(Knob knob, boolean good, T value, int least) {
        if (!good) {
            throw new InputException(say("app.situation.number", knob.word(), least, MOST, text(knob)));
        }
        return value;
    }

    /** What is typed, read by its own rules. */
    <T> Optional<T> parsed(Knob knob, Function<String, T> reading) {
        if (text(knob).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.apply(text(knob)));
        } catch (NumberFormatException e) {
            throw new InputException(say("app.situation.no-number", knob.word(), text(knob)), e);
        } catch (IllegalArgumentException e) {
            throw new InputException(say("app.situation.wrong", knob.word(), String.valueOf(e.getMessage())), e);
        }
    }

    Fill fill() {
        return parsed(Knob.FILL, Fill::parse).orElse(Fill.MEAN);
    }

    long seed() {
        return parsed(Knob.SEED, Long::valueOf).orElse(1L);
    }

    Occluder occluder() {
        Occluder usual = Occluder.usual(network.input());
        Occluder.Border border =
                text(Knob.BORDER).equals(Knob.BORDER.usual()) ? Occluder.Border.INSIDE : Occluder.Border.OVERHANG;
        return new Occluder(
                whole(Knob.SQUARE, 0).orElse(usual.size()),
                whole(Knob.STRIDE, 1).orElse(usual.stride()),
                border);
    }

    /** A folder or file. */
    Path path(Knob knob) {
        return parsed(knob, Path::of).orElseThrow(() -> new InputException(say("app.situation.no-path", knob.word())));
    }

    /** A class by number or name; the one at hand where none is typed. */
    Optional<Integer> label() {
        String typedName = text(Knob.LABEL);
        if (typedName.isEmpty()) {
            return request.target()
                    .filter(Target.ClassScore.class::isInstance)
                    .map(target -> ((Target.ClassScore) target).index());
        }
        int classes = network.shape(network.output().name()).channels();
        return IntStream.range(0, classes)
                .filter(c -> Integer.toString(c).equals(typedName)
                        || ClassScores.label(network, c).equalsIgnoreCase(typedName))
                .boxed()
                .findFirst()
                .or(() -> {
                    throw new InputException(say("app.situation.no-class", typedName, classes - 1));
                });
    }

    /** The layers that are typed, with commas between. */
    List<String> named() {
        return Arrays.stream(text(Knob.LAYERS).split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Their full names; where none is typed the one at hand after the first that fires. */
    List<String> layersFromTheFirst() {
        List<String> firing = firing();
        return layers(Stream.of(first(firing), Stream.of(layer()), last(firing)));
    }

    /** Their full names; where none is typed the one at hand and the last that fires. */
    List<String> layersToTheLast() {
        List<String> firing = firing();
        return layers(Stream.of(Stream.of(layer()), last(firing), first(firing)));
    }

    private static Stream<String> first(List<String> layers) {
        return layers.stream().limit(1);
    }

    private static Stream<String> last(List<String> layers) {
        return layers.stream().skip(Math.max(0, layers.size() - 1L));
    }

    private List<String> firing() {
        return network.nodes().stream()
                .filter(node -> node.layer() instanceof Relu)
                .map(Network.Node::name)
                .toList();
    }

    /** Two of these where none is typed. */
    private List<String> layers(Stream<Stream<String>> usual) {
        return named().isEmpty()
                ? usual.flatMap(s -> s).distinct().limit(2).toList()
                : named().stream().map(network::named).toList();
    }
}
