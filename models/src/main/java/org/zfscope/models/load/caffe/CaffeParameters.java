package org.zfscope.models.load.caffe;

import static org.zfscope.models.words.Words.say;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zfscope.models.load.OneLine;

/** The weights of a net's layers, of which several may share some by a name: a file need not have those twice. */
final class CaffeParameters {

    private record Place(String layer, int number) {}

    private final CaffeWeights weights;
    private final Map<String, Place> owners = new HashMap<>();

    CaffeParameters(CaffeWeights weights, List<CaffeLayer> layers) {
        this.weights = weights;
        for (CaffeLayer layer : layers) {
            for (int i = 0; i < layer.shared().size(); i++) {
                Place place = new Place(layer.name(), i);
                layer.sharedName(i).ifPresent(name -> owners.putIfAbsent(name, place));
            }
        }
    }

    int count(CaffeLayer layer) {
        return weights.of(layer.name()).size();
    }

    /**
     * A layer's array of that number, or the one that it shares.
     *
     * @throws IllegalArgumentException if the file has none
     */
    CaffeBlob blob(CaffeLayer layer, int number) {
        return in(layer.name(), number)
                .or(() -> layer.sharedName(number).map(owners::get).flatMap(place -> in(place.layer(), place.number())))
                .orElseThrow(() -> missing(layer, number));
    }

    private Optional<CaffeBlob> in(String layer, int number) {
        List<CaffeBlob> blobs = weights.of(layer);
        return number < blobs.size() ? Optional.of(blobs.get(number)) : Optional.empty();
    }

    private IllegalArgumentException missing(CaffeLayer layer, int number) {
        List<String> some = weights.layers().stream().limit(8).map(OneLine::of).toList();
        return new IllegalArgumentException(
                weights.of(layer.name()).isEmpty()
                        ? say("models.caffe-parameters.no-weights", String.join(", ", some))
                        : say("models.caffe-parameters.array-missing", number, count(layer)));
    }
}
