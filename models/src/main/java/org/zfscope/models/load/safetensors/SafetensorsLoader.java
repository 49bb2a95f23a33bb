package org.zfscope.models.load.safetensors;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.ImageNet;
import org.zfscope.models.load.ModelCard;
import org.zfscope.models.load.ModelLoader;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.load.OneLine;
import org.zfscope.models.zoo.torchvision.Blueprint;
import org.zfscope.models.zoo.torchvision.Torchvision;

/**
 * Reads PyTorch's weights from safetensors files, onto the architectures of {@link Torchvision}: the one that is named, or the
 * one whose tensors the file has. The {@link ModelCard} may be among the file's metadata under {@value #METADATA}, or beside
 * the file.
 */
public final class SafetensorsLoader implements ModelLoader {

    /** The key of the model's card among a file's metadata. */
    public static final String METADATA = "zfscope";

    @Override
    public boolean accepts(Path file, byte[] head) {
        return Safetensors.looksLikeSafetensors(head);
    }

    @Override
    public Network load(ModelSource source) {
        Path file = source.weights().or(source::file).orElseThrow();
        try (Safetensors tensors = Safetensors.open(file)) {
            StateDict state = new StateDict(tensors);
            Blueprint blueprint = Fit.of(state.sides(), source.architecture());
            Optional<ModelCard> card = card(file, tensors);
            return blueprint
                    .filled(state, source.size())
                    .network(file, card, blueprint.name(), preprocessing(blueprint, state));
        } catch (InputException e) {
            throw e;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw InputException.in(file, OneLine.message(e), e);
        }
    }

    /** Weights for ImageNet's classes are probably torchvision's own; what others were trained with is a guess. */
    private static Preprocessing preprocessing(Blueprint blueprint, StateDict state) {
        boolean isUsual = Optional.ofNullable(state.sides().get(blueprint.head()))
                .map(head -> head.lengths().get(0) == ImageNet.CLASSES)
                .orElse(false);
        return Torchvision.preprocessing(blueprint.name(), isUsual ? Source.DEFAULT : Source.GUESS);
    }

    private static Optional<ModelCard> card(Path file, Safetensors tensors) {
        return Optional.ofNullable(tensors.header().metadata().get(METADATA))
                .map(json -> ModelCard.parse(file, json.getBytes(StandardCharsets.UTF_8)));
    }
}
