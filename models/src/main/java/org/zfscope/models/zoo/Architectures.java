package org.zfscope.models.zoo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.zfscope.models.Network;

/** The architectures of the zoo by name: all can be trained, and those for ImageNet's classes opened untrained. */
public final class Architectures {

    /** Makes a configuration for DL4J. */
    @FunctionalInterface
    public interface Maker {
        /**
         * The layers.
         *
         * @param seed of the random weights
         */
        MultiLayerConfiguration make(long seed, int classes);
    }

    /** How layers are made; with random weights only where the classes are ImageNet's. */
    private record Entry(Maker maker, Optional<LongFunction<Network>> untrained) {}

    private static final Map<String, Entry> ALL = all();

    private Architectures() {}

    private static Map<String, Entry> all() {
        Map<String, Entry> all = new LinkedHashMap<>();
        all.put("vgg16", new Entry(Vgg16::configuration, Optional.of(Vgg16::create)));
        all.put("zfnet", new Entry(ZfNet::configuration, Optional.of(ZfNet::create)));
        all.put("alexnet", new Entry(AlexNet::configuration, Optional.of(AlexNet::create)));
        all.put("zfnet-s", new Entry(ZfNetS::configuration, Optional.empty()));
        all.put("cifar10-quick", new Entry(Cifar10Quick::configuration, Optional.empty()));
        return all;
    }

    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** The architecture of that name, if there is one. */
    public static Optional<Maker> named(String name) {
        return Optional.ofNullable(ALL.get(name)).map(Entry::maker);
    }

    /** The names of those that can be opened untrained. */
    public static List<String> untrained() {
        return ALL.entrySet().stream()
                .filter(entry -> entry.getValue().untrained().isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The network of that name with random weights, if there is one. */
    public static Optional<Network> untrained(String name, long seed) {
        return Optional.ofNullable(ALL.get(name)).flatMap(Entry::untrained).map(made -> made.apply(seed));
    }
}
