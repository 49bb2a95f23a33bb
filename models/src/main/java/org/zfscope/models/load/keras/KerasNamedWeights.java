package org.zfscope.models.load.keras;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zfscope.models.load.hdf5.Hdf5Group;

/**
 * The HDF5 files of Keras 2 and 3: a group for each layer of the file's own model, whose attribute {@code weight_names} says
 * which arrays it has, in order. The names are paths from that group: {@code conv2d/kernel:0} in Keras 2,
 * {@code sequential/conv2d/kernel} in Keras 3. A model that is used as a layer has one group for all that is in it, first
 * what training changes, then the rest.
 */
record KerasNamedWeights(Hdf5Group root) implements KerasWeights {

    private static final String NAMES = "weight_names";

    @Override
    public List<Stored> of(KerasLayer layer) {
        String outermost =
                layer.within().isEmpty() ? layer.name() : layer.within().get(0);
        Optional<Hdf5Group> group = root.group(outermost);
        if (group.isEmpty()) {
            return List.of();
        }
        List<Stored> all = all(group.get());
        return layer.within().isEmpty() ? all : own(layer, all);
    }

    /** All arrays of a group, in the order of its attribute. */
    static List<Stored> all(Hdf5Group group) {
        List<Stored> all = new ArrayList<>();
        for (String name : group.texts(NAMES)) {
            all.add(new Stored(
                    name,
                    group.array(name)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    say("models.keras-named-weights.array-missing", group.path(), name)))));
        }
        return all;
    }

    /** Those whose path ends in the layer's name and one more; where another layer has that name too, the inner model's. */
    private static List<Stored> own(KerasLayer layer, List<Stored> all) {
        Pattern ending = Pattern.compile("(^|.*/)" + Pattern.quote(layer.name()) + "(_\\d+)?/[^/]+");
        List<Stored> exact = all.stream()
                .filter(s -> s.name().contains(layer.name() + "/"))
                .filter(s -> ending.matcher(s.name()).matches())
                .toList();
        List<Stored> own = exact.isEmpty()
                ? all.stream().filter(s -> ending.matcher(s.name()).matches()).toList()
                : exact;
        String model = layer.within().get(layer.within().size() - 1);
        List<Stored> nearest = own.stream()
                .filter(s -> ("/" + s.name()).contains("/" + model + "/"))
                .toList();
        return nearest.isEmpty() ? own : nearest;
    }
}
