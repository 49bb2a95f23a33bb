package org.zfscope.models.load.keras;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes files as the versions of Keras do. */
final class KerasFiles {

    private final Path folder;

    KerasFiles(Path folder) {
        this.folder = folder;
    }

    /** {@code metadata.json} and {@code config.json} beside the weights, whose paths say which groups they lie in. */
    Path archive(String version, String config, Map<String, Array> weights) throws IOException {
        return archive(version, config, weights, Map.of());
    }

    /** @param names what the attributes say by the path of a group of variables, as from Keras 3.10 on */
    Path archive(String version, String config, Map<String, Array> weights, Map<String, String> names)
            throws IOException {
        Path hdf5 = folder.resolve("model.weights.h5");
        try (WritableHdfFile out = HdfFile.write(hdf5)) {
            Groups groups = new Groups(out);
            weights.forEach(groups::put);
            names.forEach((path, name) -> groups.group(path).putAttribute("name", name));
        }
        Path file = folder.resolve("model.keras");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "metadata.json", ("{\"keras_version\": \"" + version + "\"}").getBytes(StandardCharsets.UTF_8));
            entry(zip, "config.json", config.getBytes(StandardCharsets.UTF_8));
            entry(zip, "model.weights.h5", Files.readAllBytes(hdf5));
        }
        return file;
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }

    /**
     * The older form: everything in one HDF5 file.
     *
     * @param weights by layer and then by the name in {@code weight_names}
     */
    Path hdf5(String version, String config, Map<String, Map<String, Array>> weights) {
        Path file = folder.resolve("model.h5");
        try (WritableHdfFile out = HdfFile.write(file)) {
            out.putAttribute("keras_version", version);
            out.putAttribute("backend", "tensorflow");
            out.putAttribute("model_config", config);
            named(new Groups(out), "model_weights/", weights);
        }
        return file;
    }

    /** Weights alone, with the names of the layers. */
    Path weightsOnly(Map<String, Map<String, Array>> weights) {
        Path file = folder.resolve("weights.h5");
        try (WritableHdfFile out = HdfFile.write(file)) {
            out.putAttribute("layer_names", weights.keySet().toArray(String[]::new));
            named(new Groups(out), "", weights);
        }
        return file;
    }

    private static void named(Groups groups, String within, Map<String, Map<String, Array>> weights) {
        weights.forEach((layer, arrays) -> {
            WritableGroup group = groups.group(within + layer);
            if (!arrays.isEmpty()) {
                group.putAttribute("weight_names", arrays.keySet().toArray(String[]::new));
            }
            arrays.forEach((name, array) -> groups.put(within + layer + "/" + name, array));
        });
    }

    /** Groups by their paths, made when they are needed. */
    private static final class Groups {

        private final Map<String, WritableGroup> made = new HashMap<>();

        Groups(WritableHdfFile file) {
            made.put("", file);
        }

        WritableGroup group(String path) {
            WritableGroup there = made.get(path);
            if (there == null) {
                int slash = path.lastIndexOf('/');
                there = group(slash < 0 ? "" : path.substring(0, slash)).putGroup(path.substring(slash + 1));
                made.put(path, there);
            }
            return there;
        }

        void put(String path, Array array) {
            int slash = path.lastIndexOf('/');
            group(path.substring(0, slash)).putDataset(path.substring(slash + 1), array.nested());
        }
    }
}
