package org.zfscope.models.load.keras;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zfscope.models.load.ImageNet;
import org.zfscope.models.load.OneLine;
import org.zfscope.models.words.Quantities;
import org.zfscope.models.zoo.torchvision.Blueprint;
import org.zfscope.models.zoo.torchvision.Sides;
import org.zfscope.models.zoo.torchvision.Torchvision;

/**
 * An architecture with the layers of a file in its places: convolutions in their order, matrices in theirs.
 *
 * @param blueprint as far as the file's weights reach
 * @param modules the file's layers by the names of PyTorch's modules, in the order of these
 */
record KerasFit(Blueprint blueprint, Map<String, KerasBareLayer> modules) {

    /** How an architecture goes with the layers. */
    private record Attempt(Optional<KerasFit> fit, String misfit) {

        static Attempt failed(String misfit) {
            return new Attempt(Optional.empty(), misfit);
        }
    }

    /** The architecture of that name. */
    static KerasFit named(List<KerasBareLayer> layers, String name) {
        Attempt attempt = KerasOnto.blueprint(name, layers)
                .map(blueprint -> attempt(blueprint, layers))
                .orElseThrow(() -> new IllegalArgumentException(
                        say("models.keras-fit.name", OneLine.of(name), Torchvision.list())));
        return attempt.fit()
                .orElseThrow(() -> new IllegalArgumentException(
                        say("models.keras-fit.misfit", OneLine.of(name), attempt.misfit())));
    }

    /** The architecture that fits, if one does. */
    static KerasFit recognised(List<KerasBareLayer> layers) {
        List<KerasFit> fitting = Torchvision.blueprints(ImageNet.CLASSES)
                .flatMap(usual -> KerasOnto.blueprint(usual.name(), layers).stream())
                .flatMap(blueprint -> attempt(blueprint, layers).fit().stream())
                .toList();
        if (fitting.size() != 1) {
            throw new IllegalArgumentException(say("models.keras-fit.unknown", layers.size()));
        }
        return fitting.get(0);
    }

    private static Attempt attempt(Blueprint blueprint, List<KerasBareLayer> layers) {
        Optional<Map<String, Sides>> wanted = KerasOnto.modules(blueprint);
        if (wanted.isEmpty()) {
            return Attempt.failed(say("models.keras-fit.own-variant"));
        }
        Iterator<KerasBareLayer> convolutions =
                layers.stream().filter(KerasBareLayer::isConvolution).iterator();
        Iterator<KerasBareLayer> matrices =
                layers.stream().filter(layer -> !layer.isConvolution()).iterator();
        Map<String, KerasBareLayer> modules = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, Sides> module : wanted.get().entrySet()) {
            Iterator<KerasBareLayer> next = module.getValue().lengths().size() == 4 ? convolutions : matrices;
            if (!next.hasNext()) {
                missing.add(module.getKey());
                continue;
            }
            KerasBareLayer layer = next.next();
            if (!missing.isEmpty() || !Sides.of(layer.sides()).equals(module.getValue())) {
                return Attempt.failed(say(
                        "models.keras-fit.sides",
                        module.getKey(),
                        module.getValue(),
                        OneLine.of(layer.name()),
                        Quantities.shape(layer.sides())));
            }
            modules.put(module.getKey(), layer);
        }
        if (convolutions.hasNext() || matrices.hasNext() || modules.isEmpty()) {
            return Attempt.failed(
                    say("models.keras-fit.more", layers.size(), wanted.get().size()));
        }
        Blueprint reached = missing.isEmpty() ? blueprint : blueprint.below(missing.get(0));
        return new Attempt(Optional.of(new KerasFit(reached, modules)), "");
    }
}
