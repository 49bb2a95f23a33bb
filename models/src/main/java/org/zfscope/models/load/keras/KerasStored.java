package org.zfscope.models.load.keras;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zfscope.models.load.hdf5.Hdf5Array;
import org.zfscope.models.load.keras.KerasWeights.Stored;
import org.zfscope.models.words.Quantities;

/** The weights of one layer by what they are for. */
final class KerasStored {

    private final Map<String, Hdf5Array> arrays = new HashMap<>();

    /**
     * Finds out which is which: by their names where these say it, else by their order.
     *
     * @param roles all that the layer must have, in Keras' order
     * @throws IllegalArgumentException if there are others
     */
    KerasStored(List<Stored> found, List<String> roles) {
        if (found.size() != roles.size()) {
            throw new IllegalArgumentException(say("models.keras-stored.weights-expected", roles, names(found)));
        }
        boolean named = roles.stream()
                .allMatch(r -> found.stream().filter(s -> s.role().equals(r)).count() == 1);
        for (int i = 0; i < roles.size(); i++) {
            String role = roles.get(i);
            Stored stored = named
                    ? found.stream()
                            .filter(s -> s.role().equals(role))
                            .findFirst()
                            .orElseThrow()
                    : found.get(i);
            arrays.put(role, stored.array());
        }
    }

    private static String names(List<Stored> found) {
        return found.isEmpty()
                ? "none"
                : found.stream().map(Stored::name).toList().toString();
    }

    /** How long an array's sides are. */
    int[] sides(String role) {
        return Arrays.stream(array(role).sides()).mapToInt(Math::toIntExact).toArray();
    }

    private Hdf5Array array(String role) {
        Hdf5Array array = arrays.get(role);
        if (array == null) {
            throw new IllegalStateException("no such weights were asked for: " + role);
        }
        return array;
    }

    /** The numbers of an array of that shape, in row-major order. */
    float[] floats(String role, long... sides) {
        Hdf5Array array = array(role);
        if (!Arrays.equals(array.sides(), sides)) {
            throw new IllegalArgumentException(
                    say("models.keras-stored.shape", role, array.path(), array.shape(), Quantities.shape(sides)));
        }
        return array.floats();
    }
}
