package org.zfscope.models.load.keras;

import static org.zfscope.models.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zfscope.models.load.ModelCard;
import org.zfscope.models.load.hdf5.Hdf5File;
import org.zfscope.models.load.hdf5.Hdf5Group;

/**
 * What is in a file of either form.
 *
 * @param version the first number of the Keras that wrote it
 */
record KerasFile(KerasModel model, KerasWeights weights, int version, Optional<ModelCard> card) {

    private static final int NEWEST = 3;

    /** Weights must leave room for the layers that are made of them. */
    private static final double MAX_PART_OF_MEMORY = 0.75;

    /** A {@code .keras} file. */
    static KerasFile ofArchive(Path file) {
        try (KerasArchive archive = KerasArchive.open(file)) {
            KerasModel model = model(KerasArchive.CONFIG, archive.require(KerasArchive.CONFIG, KerasJson.MAX_BYTES));
            int version = archive.bytes(KerasArchive.METADATA, KerasJson.MAX_BYTES)
                    .map(json -> KerasJson.read(KerasArchive.METADATA, json)
                            .path("keras_version")
                            .asText(""))
                    .map(KerasFile::version)
                    .orElse(NEWEST);
            Optional<ModelCard> card =
                    archive.bytes(KerasArchive.CARD, ModelCard.MAX_BYTES).map(json -> ModelCard.parse(file, json));
            long most = (long) (Runtime.getRuntime().maxMemory() * MAX_PART_OF_MEMORY);
            Hdf5Group root =
                    Hdf5File.of(archive.require(KerasArchive.WEIGHTS, most)).root();
            return new KerasFile(model, new KerasCountedWeights(root, model), version, card);
        }
    }

    /** An HDF5 file of a whole model. */
    static KerasFile ofHdf5(Hdf5Group root) {
        String config = root.text("model_config").orElse("");
        KerasModel model = model("model_config", config.getBytes(StandardCharsets.UTF_8));
        Hdf5Group weights = root.group("model_weights")
                .orElseThrow(() -> new IllegalArgumentException(say("models.keras-file.no-weights")));
        int version = root.text("keras_version")
                .or(() -> weights.text("keras_version"))
                .map(KerasFile::version)
                .orElse(NEWEST);
        return new KerasFile(model, new KerasNamedWeights(weights), version, Optional.empty());
    }

    private static KerasModel model(String what, byte[] json) {
        JsonNode tree = KerasJson.read(what, json);
        return KerasModel.of(tree, List.of());
    }

    /** Of 2.13.1 it is 2; a word that is no number counts as the newest. */
    private static int version(String text) {
        return text.matches("\\d\\..*") ? text.charAt(0) - '0' : NEWEST;
    }
}
