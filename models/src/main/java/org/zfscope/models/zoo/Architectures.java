package org.zfscope.models.zoo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;

/** The architectures of the zoo that can be trained, by name. */
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

    private static final Map<String, Maker> ALL = all();

    private Architectures() {}

    private static Map<String, Maker> all() {
        Map<String, Maker> all = new LinkedHashMap<>();
        all.put("zfnet", ZfNet::configuration);
        all.put("zfnet-s", ZfNetS::configuration);
        all.put("alexnet", AlexNet::configuration);
        all.put("vgg16", Vgg16::configuration);
        all.put("cifar10-quick", Cifar10Quick::configuration);
        return all;
    }

    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** The architecture of that name, if there is one. */
    public static Optional<Maker> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }
}
