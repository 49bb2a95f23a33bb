package org.zfscope.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfscope.models.compute.Engine;
import org.zfscope.models.compute.Engine.Listening;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;

class ListeningTest {

    @SuppressWarnings("try") // listening lasts as long as what is heard
    @ParameterizedTest
    @ValueSource(strings = {"onednn", "nd4j"})
    void anEngineTellsUntilTheListeningEnds(String name) {
        Engine engine = Engines.named(name);
        List<String> heard = new ArrayList<>();
        try (Maps maps = engine.of(1, Shape.flat(16), new float[16])) {
            try (Listening listening = engine.listen(heard::add)) {
                engine.rectify(maps).close();
            }
            assertThat(heard).hasSize(1);
            engine.rectify(maps).close();
            assertThat(heard).hasSize(1);
        }
    }
}
