package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.io.InputException;
import org.zfscope.models.tensor.Shape;
import org.zfscope.viz.ClassScores;
import org.zfscope.viz.Target;

/**
 * What a person types to get somewhere in a network: {@code layer}, {@code layer:unit}, {@code layer:unit@row,column},
 * {@code class:162}, or the name of a class. Layers may be called by the end of their names.
 */
final class Addresses {

    private static final int MOST = 30;
    private static final int FEW = 4;

    private final Network network;

    Addresses(Network network) {
        this.network = network;
    }

    /**
     * What is meant.
     *
     * @param unit of a layer that is named without one
     * @throws InputException if there is no such thing, with what there is
     */
    Target find(String typed, int unit) {
        String text = typed.strip();
        Optional<Target> written = parse(text);
        if (written.isPresent()) {
            return checked(written.get());
        }
        Optional<String> layer = layer(text);
        if (layer.isPresent()) {
            int last = network.shape(layer.get()).channels() - 1;
            return new Target.Strongest(layer.get(), Math.min(unit, last));
        }
        return classNamed(text.startsWith(Target.CLASS + ":") ? text.substring(Target.CLASS.length() + 1) : text);
    }

    private static Optional<Target> parse(String text) {
        try {
            return Optional.of(Target.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<String> layer(String text) {
        try {
            return Optional.of(network.named(text));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private Target checked(Target written) {
        if (written instanceof Target.ClassScore score) {
            return checked(score);
        }
        Target full = withWholeName(written);
        String layer = full.map().orElseThrow().layer();
        Shape shape = network.shape(layer);
        if (full.map().get().unit() >= shape.channels()) {
            throw new InputException(say("app.addresses.units", layer, shape.channels() - 1));
        }
        if (!full.isIn(network)) {
            throw new InputException(say("app.addresses.positions", layer, shape.height() - 1, shape.width() - 1));
        }
        return full;
    }

    private Target checked(Target.ClassScore score) {
        if (!ClassScores.classifies(network)) {
            throw new InputException(say("app.addresses.no-classes", network.name()));
        }
        if (!score.isIn(network)) {
            throw new InputException(say("app.addresses.classes", classes() - 1));
        }
        return score;
    }

    private Target withWholeName(Target written) {
        String layer = network.named(written.map().orElseThrow().layer());
        int unit = written.map().get().unit();
        if (written instanceof Target.Neuron at) {
            return new Target.Neuron(layer, unit, at.y(), at.x());
        }
        return written.isWholeMap() ? new Target.WholeMap(layer, unit) : new Target.Strongest(layer, unit);
    }

    private Target classNamed(String name) {
        List<Integer> exact = classes(label -> synonyms(label).anyMatch(name::equalsIgnoreCase));
        List<Integer> found = exact.isEmpty() ? classes(label -> hasWord(label, name)) : exact;
        if (name.isBlank() || found.isEmpty()) {
            throw new InputException(say("app.addresses.nothing", name));
        }
        if (found.size() > 1) {
            String some = String.join(
                    ", ", found.stream().limit(FEW).map(network.labels()::get).toList());
            throw new InputException(say("app.addresses.several", found.size(), name, some));
        }
        return new Target.ClassScore(found.get(0));
    }

    private List<Integer> classes(java.util.function.Predicate<String> wanted) {
        return IntStream.range(0, classes())
                .filter(i -> i < network.labels().size()
                        && wanted.test(network.labels().get(i)))
                .boxed()
                .toList();
    }

    private int classes() {
        return ClassScores.classifies(network)
                ? network.shape(network.output().name()).channels()
                : 0;
    }

    private static Stream<String> synonyms(String label) {
        return Stream.concat(Stream.of(label), Pattern.compile(",").splitAsStream(label))
                .map(String::strip);
    }

    /** Whether a word of the label begins so. */
    private static boolean hasWord(String label, String begin) {
        return (" " + label.toLowerCase(Locale.ROOT).replaceAll("[_,-]", " "))
                .contains(" " + begin.strip().toLowerCase(Locale.ROOT).replaceAll("[_,-]", " "));
    }

    /** What somebody may be about to type: layers first, then classes. */
    List<Suggestion> complete(String typed) {
        String text = typed.strip();
        if (text.isEmpty() || parse(text).isPresent()) {
            return List.of();
        }
        String name = text.endsWith(":") ? text.substring(0, text.length() - 1) : text;
        Stream<Suggestion> classes = classes(label -> hasWord(label, name)).stream()
                .map(i -> new Suggestion(
                        new Target.ClassScore(i).toString(), network.labels().get(i)));
        return Stream.concat(layers(name), classes).limit(MOST).toList();
    }

    /** Those whose names begin so, or have a part that does; then those that have it anywhere. */
    private Stream<Suggestion> layers(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        List<String> names = network.nodes().stream()
                .map(Node::name)
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        Pattern begins = Pattern.compile("(^|[/._])" + Pattern.quote(wanted));
        return Stream.of(true, false)
                .flatMap(near -> names.stream()
                        .filter(name ->
                                begins.matcher(name.toLowerCase(Locale.ROOT)).find() == near))
                .map(name -> new Suggestion(
                        name, say("app.addresses.units-of", network.shape(name).channels())));
    }
}
