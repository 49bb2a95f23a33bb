package org.zfscope.models.load.keras;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zfscope.models.Network;
import org.zfscope.models.load.SmallNet;

/** The small network in the formats of Keras 2 and 3. */
public final class KerasSmallNet {

    private static final String MODEL = KerasText.sequential(
            "10, 10, 3",
            KerasText.layer("Conv2D", "conv1", "'filters': 6, 'kernel_size': [3, 3], 'use_bias': true"),
            KerasText.layer("ReLU", "relu1", ""),
            KerasText.layer("MaxPooling2D", "pool1", "'pool_size': [2, 2], 'strides': [2, 2], 'padding': 'valid'"),
            KerasText.layer(
                    "Conv2D", "conv2", "'filters': 5, 'kernel_size': [3, 3], 'padding': 'same', 'use_bias': true"),
            KerasText.layer("ReLU", "relu2", ""),
            KerasText.layer("Flatten", "flat", ""),
            KerasText.layer("Dense", "fc", "'units': 7, 'use_bias': true, 'activation': 'softmax'"));

    private KerasSmallNet() {}

    /** As HDF5. */
    public static Network open2(SmallNet net, Path folder) {
        Map<String, Map<String, Array>> weights = new LinkedHashMap<>();
        arrays(net).forEach((path, array) -> {
            String layer = path.substring(0, path.indexOf('/'));
            weights.computeIfAbsent(layer, l -> new LinkedHashMap<>()).put(path + ":0", array);
        });
        return new KerasLoader().load(new KerasFiles(folder).hdf5("2.2.4-tf", MODEL, weights));
    }

    /** As a zip. */
    public static Network open3(SmallNet net, Path folder) throws IOException {
        Map<String, String> places = Map.of("conv1", "conv2d", "conv2", "conv2d_1", "fc", "dense");
        Map<String, Array> weights = new LinkedHashMap<>();
        arrays(net).forEach((path, array) -> {
            String[] parts = path.split("/", -1);
            weights.put("layers/" + places.get(parts[0]) + "/vars/" + (parts[1].equals("kernel") ? 0 : 1), array);
        });
        return new KerasLoader().load(new KerasFiles(folder).archive("3.4.1", MODEL, weights));
    }

    private static Map<String, Array> arrays(SmallNet net) {
        Map<String, Array> arrays = new LinkedHashMap<>();
        arrays.put("conv1/kernel", new Array(SmallNet.channelsLast(net.conv1(), 6, 3), 3, 3, 3, 6));
        arrays.put("conv1/bias", new Array(net.bias1(), 6));
        arrays.put("conv2/kernel", new Array(SmallNet.channelsLast(net.conv2(), 5, 6), 3, 3, 6, 5));
        arrays.put("conv2/bias", new Array(net.bias2(), 5));
        arrays.put("fc/kernel", new Array(net.denseOfRows(), 80, 7));
        arrays.put("fc/bias", new Array(net.bias3(), 7));
        return arrays;
    }
}
