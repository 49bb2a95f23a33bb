package org.zfscope.models.load.onnx;

import java.util.List;
import onnx.Onnx.ModelProto;
import onnx.Onnx.StringStringEntryProto;
import org.zfscope.models.ClassNames;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.load.ClassList;

/** Names of classes that exporters put among a file's metadata, as Ultralytics does: {@code names = {0: 'person', ...}}. */
final class OnnxClassNames {

    private static final List<String> KEYS = List.of("names", "classes", "class_names", "labels", "id2label");

    private static final int MAX_BYTES = 4 << 20;

    private OnnxClassNames() {}

    /** The network with these names, unless a card has given others or they are not as many as there are classes. */
    static Network added(Network network, ModelProto model) {
        if (network.classNames().source() == Source.FILE && !network.labels().isEmpty()) {
            return network;
        }
        int classes = network.shape(network.output().name()).channels();
        return model.getMetadataPropsList().stream()
                .filter(entry -> KEYS.contains(entry.getKey()))
                .map(OnnxClassNames::names)
                .filter(names -> names.size() == classes)
                .findFirst()
                .map(names -> network.withClassNames(new ClassNames(names, Source.FILE)))
                .orElse(network);
    }

    /** None where somebody has used the key for something else. */
    private static List<String> names(StringStringEntryProto entry) {
        if (entry.getValueBytes().size() > MAX_BYTES) {
            return List.of();
        }
        try {
            return ClassList.parse(entry.getValue());
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
