package org.zfscope.models.load.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import onnx.Onnx.StringStringEntryProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing.Source;

class OnnxClassNamesTest {

    @TempDir
    private Path folder;

    private Network network(String... keysAndTexts) {
        OnnxModel model = OnnxModel.of(13, 1, 3, 8, 8).node("Relu", "r", List.of("x"));
        for (int i = 0; i < keysAndTexts.length; i += 2) {
            model.model.addMetadataProps(
                    StringStringEntryProto.newBuilder().setKey(keysAndTexts[i]).setValue(keysAndTexts[i + 1]));
        }
        return new OnnxLoader().load(model.write(folder));
    }

    @Test
    void ultralyticsNamesAreRead() {
        Network network = network("stride", "32", "names", "{0: 'person', 1: 'bicycle', 2: 'car'}");
        assertThat(network.labels()).containsExactly("person", "bicycle", "car");
        assertThat(network.classNames().source()).isEqualTo(Source.FILE);
    }

    @Test
    void namesThatDoNotGoWithTheClassesAreNot() {
        assertThat(network("names", "['a', 'b']").labels()).isEmpty();
        assertThat(network("names", "{broken").labels()).isEmpty();
    }

    @Test
    void aCardCountsMore() {
        Network network = network("names", "['a', 'b', 'c']", "zfscope", "{\"labels\": [\"x\", \"y\", \"z\"]}");
        assertThat(network.labels()).containsExactly("x", "y", "z");
    }
}
