package org.zfscope.models.load.keras;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    private static final String VARIABLES = "/vars";
    private static final String NAME = "name";
    private static final String LAYERS = "layers";
    private static final String LAYERS_2 = "_layer_checkpoint_dependencies";

    private final KerasFolders folders;

    /** Where the layers lie, by their paths in the description. */
    private final Map<String, String> places = new HashMap<>();

    KerasCountedWeights(Hdf5Group root, KerasModel model) {
        this.folders = new KerasFolders(root);
        assign("", model);
    }

    /** Whether a file of weights is of this kind. */
    static boolean isIn(Hdf5Group root) {
        KerasFolders folders = new KerasFolders(root);
        return folders.has(LAYERS) || folders.has(LAYERS_2);
    }

    /** The arrays of all layers of some classes, in order, where nobody says what the model is. */
    static Map<String, List<Stored>> bare(Hdf5Group root, List<String> kinds) {
        KerasFolders folders = new KerasFolders(root);
        String container = folders.has(LAYERS_2) ? LAYERS_2 : LAYERS;
        Map<String, List<Stored>> found = new LinkedHashMap<>();
        for (String kind : kinds) {
            for (int counter : counters(snake(kind), folders.names(container))) {
                String place = place(container, snake(kind), counter);
                List<Stored> arrays = arrays(folders, place);
                if (!arrays.isEmpty()) {
                    found.put(place, arrays);
                }
            }
        }
        return found;
    }

    /** @param within where the model lies, with a slash behind it; nothing for the file's own */
    private void assign(String within, KerasModel model) {
        boolean skipping = folders.has(within + LAYERS_2);
        String container = within + (skipping ? LAYERS_2 : LAYERS);
        List<String> names = folders.names(container);
        Map<String, List<KerasLayer>> byClass = new HashMap<>();
        model.layers().forEach(l -> byClass.computeIfAbsent(snake(l.kind()), k -> new ArrayList<>())
                .add(l));
        byClass.forEach((stem, layers) -> assign(container, stem, layers, counters(stem, names), skipping));
    }

    private void assign(
            String container, String stem, List<KerasLayer> layers, List<Integer> counters, boolean skipping) {
        Map<String, String> named = named(container, stem, counters);
        for (int i = 0; i < layers.size(); i++) {
            KerasLayer layer = layers.get(i);
            int counter = !skipping ? i : i < counters.size() ? counters.get(i) : -1;
            String place = named.getOrDefault(layer.name(), place(container, stem, counter));
            places.put(layer.path(), place);
            layer.inner().ifPresent(inner -> assign(place + "/", inner));
        }
    }

    private static String place(String container, String stem, int counter) {
        return container + "/" + (counter == 0 ? stem : stem + "_" + counter);
    }

    /** The places that say the name of their layer. */
    private Map<String, String> named(String container, String stem, List<Integer> counters) {
        Map<String, String> named = new HashMap<>();
        for (int counter : counters) {
            String place = place(container, stem, counter);
            folders.group(place + VARIABLES)
                    .flatMap(variables -> variables.text(NAME))
                    .ifPresent(name -> named.put(name, place));
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
        return Optional.ofNullable(places.get(layer.path()))
                .map(place -> arrays(folders, place))
                .orElse(List.of());
    }

    private static List<Stored> arrays(KerasFolders folders, String place) {
        List<Stored> arrays = new ArrayList<>();
        folders.group(place + VARIABLES).ifPresent(variables -> {
            for (int i = 0; variables.array(String.valueOf(i)).isPresent(); i++) {
                arrays.add(new Stored(
                        String.valueOf(i), variables.array(String.valueOf(i)).get()));
            }
        });
        return arrays;
    }
}
