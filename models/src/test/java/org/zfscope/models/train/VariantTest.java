package org.zfscope.models.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfscope.models.io.InputException;
import org.zfscope.models.zoo.Architectures;

class VariantTest {

    private static Architecture zoo(String name) {
        return new Architecture.Row(Architectures.named(name).orElseThrow().make(1, 10));
    }

    private static List<String> layers(Architecture architecture) {
        return ((Architecture.Row) architecture)
                .configuration().getConfs().stream()
                        .map(NeuralNetConfiguration::getLayer)
                        .map(layer -> layer.getLayerName())
                        .toList();
    }

    private static long parameters(Architecture architecture) {
        return Learner.untrained(architecture, Synthetic.recipe(1, Schedule.COSINE))
                .parameters();
    }

    private static Architecture changed(String variant) {
        return Variant.parse(variant).of(zoo("zfnet-s"), 1);
    }

    @Test
    void theWholeIsTheArchitectureItself() {
        Architecture whole = Variant.WHOLE.of(zoo("zfnet-s"), 1);

        assertThat(layers(whole)).isEqualTo(layers(zoo("zfnet-s")));
        assertThat(parameters(whole)).isEqualTo(1_206_314);
        assertThat(Variant.WHOLE).hasToString("whole");
    }

    @Test
    void aLayerGoesWithAllThatBelongsToIt() {
        assertThat(layers(changed("5=0")))
                .isEqualTo(Stream.of(layers(zoo("zfnet-s")))
                        .flatMap(List::stream)
                        .filter(name -> !name.endsWith("5"))
                        .toList());
    }

    @Test
    void whatLiesAboveTakesWhatIsLeft() {
        assertThat(parameters(changed("6=0")))
                .isEqualTo(parameters(zoo("zfnet-s"))
                        - (2048 * 256 + 256) // fc6
                        - 4 * 256 // bn6, its statistics among them
                        + (2048 - 256) * 10); // fc7
        assertThat(parameters(changed("conv4=0"))).isEqualTo(1_206_314 - (160 * 160 * 9 + 160) - 4 * 160);
    }

    @Test
    void aLayerBecomesWider() {
        assertThat(parameters(changed("fc6=512"))).isEqualTo(1_206_314 + 2048 * 256 + 256 + 4 * 256 + 256 * 10);
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThatThrownBy(() -> changed("9=3"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no layer 9")
                .hasMessageContaining("conv1, conv2");
        assertThatThrownBy(() -> changed("7=3"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("fc7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "3=", "=3", "3=-1", "3=1=2", "3=0,", "3=99999999"})
    void whatIsNoVariantIsRefused(String text) {
        assertThatThrownBy(() -> Variant.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isReadAsItIsWritten() {
        Variant variant = Variant.parse("3=0, 6=512");

        assertThat(variant).hasToString("3=0,6=512");
        assertThat(Variant.parse(variant.toString())).isEqualTo(variant);
    }
}
