package org.zfscope.models.load.safetensors;

import static org.zfscope.models.words.Words.say;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zfscope.models.load.ImageNet;
import org.zfscope.models.load.OneLine;
import org.zfscope.models.zoo.torchvision.Blueprint;
import org.zfscope.models.zoo.torchvision.Sides;
import org.zfscope.models.zoo.torchvision.Torchvision;

/**
 * How well an architecture and a file's tensors go together. It fits if each has what the other has, with the same sides; the
 * number of classes is the file's.
 *
 * @param fitting tensors that both have
 * @param misfit the first that only one of them has or that has other sides, in words; none if it fits
 */
record Fit(Blueprint blueprint, int fitting, int all, Optional<String> misfit) {

    /** Below this share of tensors that fit there is no point in naming an architecture. */
    private static final double LIKENESS = 0.3;

    /**
     * The architecture that fits.
     *
     * @param name of the one that it has to be, or none: then that whose tensors the file has
     * @throws IllegalArgumentException if there is none; the message names a tensor and what fits best
     */
    static Blueprint of(Map<String, Sides> tensors, Optional<String> name) {
        List<Fit> all = Torchvision.blueprints(ImageNet.CLASSES)
                .map(blueprint -> of(blueprint, tensors))
                .sorted(Comparator.comparingDouble(Fit::likeness).reversed())
                .toList();
        return name.map(known -> named(known, all)).orElseGet(() -> recognised(all));
    }

    private static Blueprint recognised(List<Fit> all) {
        Fit best = all.get(0);
        if (best.misfit.isEmpty()) {
            return best.blueprint;
        }
        throw new IllegalArgumentException(
                best.likeness() < LIKENESS
                        ? say("models.fit.unknown", Torchvision.list())
                        : say(
                                "models.fit.best",
                                best.blueprint.name(),
                                best.fitting,
                                best.blueprint.tensors().size(),
                                best.misfit.get()));
    }

    private static Blueprint named(String name, List<Fit> all) {
        String plain = Torchvision.blueprint(name, ImageNet.CLASSES)
                .map(Blueprint::name)
                .orElseThrow(() -> new IllegalArgumentException(say("models.fit.name", name, Torchvision.list())));
        Fit chosen = all.stream()
                .filter(fit -> fit.blueprint.name().equals(plain))
                .findFirst()
                .orElseThrow();
        Fit best = all.get(0);
        if (chosen.misfit.isPresent()) {
            boolean another = best.likeness() >= LIKENESS && !best.equals(chosen);
            throw new IllegalArgumentException(
                    another
                            ? say("models.fit.another", plain, chosen.misfit.get(), best.blueprint.name())
                            : say("models.fit.none", plain, chosen.misfit.get()));
        }
        return chosen.blueprint;
    }

    private double likeness() {
        return misfit.isEmpty() ? 1 : fitting / (double) all * 0.999;
    }

    private static Fit of(Blueprint usual, Map<String, Sides> tensors) {
        Blueprint blueprint = Optional.ofNullable(tensors.get(usual.head()))
                .flatMap(head -> head.lengths().stream().findFirst())
                .filter(classes -> classes >= 1 && classes <= Integer.MAX_VALUE)
                .flatMap(classes -> Torchvision.blueprint(usual.name(), classes.intValue()))
                .orElse(usual);
        Map<String, Sides> expected = blueprint.tensors();
        Set<String> all = new HashSet<>(expected.keySet());
        all.addAll(tensors.keySet());
        int fitting = (int) expected.entrySet().stream()
                .filter(e -> e.getValue().equals(tensors.get(e.getKey())))
                .count();
        return new Fit(blueprint, fitting, all.size(), misfit(expected, tensors));
    }

    private static Optional<String> misfit(Map<String, Sides> expected, Map<String, Sides> found) {
        Stream<String> wrong = expected.entrySet().stream()
                .filter(e -> !e.getValue().equals(found.get(e.getKey())))
                .map(e -> found.containsKey(e.getKey())
                        ? say("models.fit.sides", e.getKey(), e.getValue(), found.get(e.getKey()))
                        : say("models.fit.missing", e.getKey(), e.getValue()));
        Stream<String> extra = found.entrySet().stream()
                .filter(e -> !expected.containsKey(e.getKey()))
                .map(e -> say("models.fit.extra", OneLine.of(e.getKey()), e.getValue()));
        return Stream.concat(wrong, extra).findFirst();
    }
}
