package org.zfscope.viz.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.io.InputException;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.Picture;
import org.zfscope.viz.Progress;

/**
 * Which of many pictures excites each map of some layers most, and where. Memory does not grow with the number of
 * pictures.
 *
 * @param layers for each layer by name, its maps in order
 * @param unreadable pictures that were left out
 */
public record StrongestPictures(Map<String, List<Found>> layers, List<Path> unreadable) {

    /**
     * The strongest activation of a map.
     *
     * @param picture which of the pictures; of equals the first
     * @param y position in the map; of equals the first in row-major order
     */
    public record Found(float value, int picture, int y, int x) {}

    private static final int BATCH = 32;

    /** Those of a layer that was asked for. */
    public List<Found> in(String layer) {
        return Objects.requireNonNull(layers.get(layer), layer);
    }

    /**
     * Runs all pictures forward.
     *
     * @throws InputException if a layer is unknown, or none of the pictures can be read
     */
    public static StrongestPictures of(Network network, List<Path> pictures, List<String> layers, Progress progress) {
        Map<String, Best> best = new LinkedHashMap<>();
        layers.forEach(layer -> best.put(layer, new Best(network.shape(layer).channels())));
        List<Path> unreadable = new ArrayList<>();
        for (int from = 0; from < pictures.size(); from += BATCH) {
            List<Path> some = pictures.subList(from, Math.min(pictures.size(), from + BATCH));
            List<Optional<Tensor>> inputs =
                    some.parallelStream().map(file -> input(file, network)).toList();
            List<Integer> readable = new ArrayList<>();
            for (int i = 0; i < some.size(); i++) {
                if (inputs.get(i).isPresent()) {
                    readable.add(from + i);
                } else {
                    unreadable.add(some.get(i));
                }
            }
            List<Tensor> batch = inputs.stream().flatMap(Optional::stream).toList();
            if (!batch.isEmpty()) {
                challenge(network, batch, readable, best);
            }
            progress.report(from + some.size(), pictures.size());
        }
        if (unreadable.size() == pictures.size()) {
            throw new InputException("none of the " + pictures.size() + " pictures can be read");
        }
        Map<String, List<Found>> found = new LinkedHashMap<>();
        best.forEach((layer, b) -> found.put(layer, List.of(b.found)));
        return new StrongestPictures(found, unreadable);
    }

    private static Optional<Tensor> input(Path file, Network network) {
        try {
            return Optional.of(Picture.read(file, network).input());
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private static void challenge(Network network, List<Tensor> batch, List<Integer> numbers, Map<String, Best> best) {
        try (Activations run = network.forward(batch, Keep.only(best.keySet().toArray(new String[0])))) {
            best.forEach((layer, b) -> {
                for (int i = 0; i < batch.size(); i++) {
                    b.challenge(run.maps(layer, i), numbers.get(i));
                }
            });
        }
    }

    /** The strongest so far, map by map. */
    private static final class Best {

        private final Found[] found;

        Best(int maps) {
            found = new Found[maps];
            Arrays.fill(found, new Found(Float.NEGATIVE_INFINITY, 0, 0, 0));
        }

        void challenge(Tensor maps, int picture) {
            int area = maps.shape().area();
            int width = maps.shape().width();
            for (int map = 0; map < found.length; map++) {
                int at = map * area;
                for (int i = at + 1; i < (map + 1) * area; i++) {
                    at = maps.values()[i] > maps.values()[at] ? i : at;
                }
                float value = maps.values()[at];
                if (value > found[map].value) {
                    int place = at - map * area;
                    found[map] = new Found(value, picture, place / width, place % width);
                }
            }
        }
    }
}
