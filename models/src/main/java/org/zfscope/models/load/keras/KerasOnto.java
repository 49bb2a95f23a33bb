package org.zfscope.models.load.keras;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zfscope.models.Network;
import org.zfscope.models.compute.Memory;
import org.zfscope.models.load.ImageNet;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.load.hdf5.Hdf5Group;
import org.zfscope.models.zoo.torchvision.Blueprint;
import org.zfscope.models.zoo.torchvision.Sides;
import org.zfscope.models.zoo.torchvision.Tensors;
import org.zfscope.models.zoo.torchvision.Torchvision;

/**
 * Weights without a description on one of the architectures that zfscope knows how to build: the one that is named, or the
 * one whose filters they are. Only those without normalisation come into question, the VGGs, SqueezeNets and AlexNet: of the
 * others Keras has variants of its own, which pad, stride and normalise otherwise. Files without the top layers, which Keras
 * calls {@code notop}, become networks that end where the weights do.
 */
final class KerasOnto {

    private static final String WEIGHT = ".weight";
    private static final String BIAS = ".bias";

    private KerasOnto() {}

    /** The network. */
    static Network network(Path file, Hdf5Group root, ModelSource source) {
        List<KerasBareLayer> layers = KerasBareLayer.all(root);
        KerasFit fit = source.architecture().isPresent()
                ? KerasFit.named(layers, source.architecture().get())
                : KerasFit.recognised(layers);
        Blueprint blueprint = fit.blueprint();
        Numbers numbers = new Numbers(fit.modules());
        return blueprint
                .filled(numbers, source.size())
                .network(file, Optional.empty(), blueprint.name(), KerasGuess.of(blueprint.name()));
    }

    /** The numbers of the file's layers by the names of PyTorch's modules. */
    private record Numbers(Map<String, KerasBareLayer> modules) implements Tensors {

        private KerasBareLayer layer(String tensor) {
            return Optional.ofNullable(modules.get(tensor.substring(0, tensor.lastIndexOf('.'))))
                    .orElseThrow(() -> new IllegalArgumentException(say("models.keras-onto.missing", tensor)));
        }

        @Override
        public Memory memory(String tensor, Sides sides) {
            KerasBareLayer layer = layer(tensor);
            int units = Math.toIntExact(layer.units());
            float[] kernel = layer.kernel().floats();
            int channels = layer.isConvolution() ? Math.toIntExact(layer.sides()[1]) : channelsBelow(layer);
            return Memory.of(KerasKernels.filters(kernel, units, channels));
        }

        /** Maps that were made a vector for a matrix; all its inputs where it takes another matrix's. */
        private int channelsBelow(KerasBareLayer matrix) {
            long channels = 0;
            for (KerasBareLayer layer : modules.values()) {
                if (layer.equals(matrix)) {
                    break;
                }
                channels = layer.units();
            }
            long inputs = matrix.sides()[1];
            return Math.toIntExact(channels > 0 && inputs % channels == 0 ? channels : inputs);
        }

        @Override
        public float[] vector(String tensor, int length) {
            KerasBareLayer layer = layer(tensor);
            float[] values = layer.bias().map(bias -> bias.floats()).orElseGet(() -> new float[length]);
            if (values.length != length) {
                throw new IllegalArgumentException(say("models.keras-onto.bias", layer, length, values.length));
            }
            return values;
        }
    }

    /** The modules with weights of an architecture, and how long these weights' sides are; none where it normalises. */
    static Optional<Map<String, Sides>> modules(Blueprint blueprint) {
        Map<String, Sides> modules = new java.util.LinkedHashMap<>();
        for (Map.Entry<String, Sides> tensor : blueprint.tensors().entrySet()) {
            String name = tensor.getKey();
            if (!name.endsWith(WEIGHT) && !name.endsWith(BIAS)) {
                return Optional.empty();
            }
            if (name.endsWith(WEIGHT)) {
                modules.put(name.substring(0, name.length() - WEIGHT.length()), tensor.getValue());
            }
        }
        return Optional.of(modules);
    }

    /** The architecture of that name for as many classes as the last of the file's layers tells apart. */
    static Optional<Blueprint> blueprint(String name, List<KerasBareLayer> layers) {
        return Torchvision.blueprint(name, ImageNet.CLASSES).flatMap(usual -> {
            boolean whole = modules(usual).map(Map::size).orElse(0) == layers.size();
            long classes = whole ? layers.get(layers.size() - 1).units() : ImageNet.CLASSES;
            return classes == ImageNet.CLASSES || classes < 1 || classes > Integer.MAX_VALUE
                    ? Optional.of(usual)
                    : Torchvision.blueprint(name, (int) classes);
        });
    }
}
