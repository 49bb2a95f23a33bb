package org.zfscope.models.load.keras;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zfscope.models.load.hdf5.Hdf5Group;

/**
 * The {@code model.weights.h5} in a {@code .keras} file. Layers' own names do not occur: a group is called for the layer's
 * class with a counter, {@code conv2d}, {@code conv2d_1}, in the order of the description, and its arrays lie in {@code vars}
 * by number. Keras 2.12 to 2.15 keeps all layers twice in the list that it counts, once among those with weights, so that the
 * counters of these skip. From Keras 3.10 on an attribute of {@code vars} gives the layer's name.
 */
final class KerasCountedWeights implements KerasWeights {

    private static final String VARIABLES = "vars";
    private static final String NAME = "name";
    private static final String LAYERS = "layers";
    private static final String LAYERS_2 = "_layer_checkpoint_dependencies";

    private final Map<String, Hdf5Group> groups = new HashMap<>();

    KerasCountedWeights(Hdf5Group root, KerasModel model) {
        assign(root, model);
    }

    /** Whether a file of weights is of this kind. */
    static boolean isIn(Hdf5Group root) {
        return root.group(LAYERS).isPresent() || root.group(LAYERS_2).isPresent();
    }

    private void assign(Hdf5Group within, KerasModel model) {
        Optional<Hdf5Group> skipping = within.group(LAYERS_2);
        Optional<Hdf5Group> container = skipping.or(() -> within.group(LAYERS));
        if (container.isEmpty()) {
            return;
        }
        Map<String, List<KerasLayer>> byClass = new HashMap<>();
        model.layers().forEach(l -> byClass.computeIfAbsent(snake(l.kind()), k -> new ArrayList<>())
                .add(l));
        byClass.forEach((stem, layers) -> assign(container.get(), stem, layers, skipping.isPresent()));
    }

    private void assign(Hdf5Group container, String stem, List<KerasLayer> layers, boolean skipping) {
        List<Integer> counters = counters(stem, container.names());
        Map<String, Hdf5Group> named = named(container, stem, counters);
        for (int i = 0; i < layers.size(); i++) {
            KerasLayer layer = layers.get(i);
            int counter = skipping ? (i < counters.size() ? counters.get(i) : -1) : i;
            Optional.ofNullable(named.get(layer.name()))
                    .or(() -> container.group(group(stem, counter)))
                    .ifPresent(group -> {
                        groups.put(layer.path(), group);
                        layer.inner().ifPresent(inner -> assign(group, inner));
                    });
        }
    }

    private static String group(String stem, int counter) {
        return counter == 0 ? stem : stem + "_" + counter;
    }

    /** The groups that say the name of their layer. */
    private static Map<String, Hdf5Group> named(Hdf5Group container, String stem, List<Integer> counters) {
        Map<String, Hdf5Group> named = new HashMap<>();
        for (int counter : counters) {
            container.group(group(stem, counter)).ifPresent(group -> group.group(VARIABLES)
                    .flatMap(variables -> variables.text(NAME))
                    .ifPresent(name -> named.put(name, group)));
        }
        return named;
    }

    /** The numbers behind a class's groups, rising; the first has none. */
    private static List<Integer> counters(String stem, List<String> names) {
        List<Integer> counters = new ArrayList<>();
        for (String name : names) {
            if (name.equals(stem)) {
                counters.add(0);
            } else if (name.startsWith(stem + "_")
                    && name.substring(stem.length() + 1).matches("[1-9]\\d{0,8}")) {
                counters.add(Integer.parseInt(name.substring(stem.length() + 1)));
            }
        }
        counters.sort(Comparator.naturalOrder());
        return counters;
    }

    /** A class's name as Keras writes it into files: {@code re_lu} for {@code ReLU}. */
    static String snake(String kind) {
        return kind.replaceAll("\\W+", "")
                .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Stored> of(KerasLayer layer) {
        return Optional.ofNullable(groups.get(layer.path()))
                .flatMap(group -> group.group(VARIABLES))
                .map(KerasCountedWeights::arrays)
                .orElse(List.of());
    }

    private static List<Stored> arrays(Hdf5Group variables) {
        List<Stored> arrays = new ArrayList<>();
        for (int i = 0; variables.array(String.valueOf(i)).isPresent(); i++) {
            arrays.add(new Stored(
                    String.valueOf(i), variables.array(String.valueOf(i)).get()));
        }
        return arrays;
    }
}
