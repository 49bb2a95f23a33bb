package org.zfscope.models.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.layer.Affine;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** Networks that scale their input themselves are not given one that is scaled already. */
class InputScalingTest {

    private static Preprocessing guess(int channels, Layer... layers) {
        Node first = new Node("a", layers[0], List.of(Network.INPUT));
        List<Node> nodes = layers.length == 1 ? List.of(first) : List.of(first, new Node("b", layers[1], List.of("a")));
        return PreprocessingGuess.of("pytorch", channels, nodes);
    }

    private static Tensor each(float... values) {
        return new Tensor(Shape.flat(values.length), values);
    }

    private static void assertRaw(Preprocessing how, Channels channels) {
        assertThat(how.channels()).isEqualTo(channels);
        assertThat(how.mean().values()).containsOnly(0);
        assertThat(how.scale().values()).containsOnly(1);
        assertThat(how.source()).isEqualTo(Source.GUESS);
    }

    @Test
    void pixelsStayWhatTheyAreBeforeALayerForThem() {
        assertRaw(guess(3, Affine.scale(each(1 / 255f))), Channels.RGB);
        assertRaw(guess(1, Affine.scale(each(1 / 255f))), Channels.GREY);
        assertRaw(guess(3, Affine.shift(each(-123.7f, -116.3f, -103.5f)), Affine.scale(each(1 / 58.4f))), Channels.RGB);
        assertRaw(guess(3, Affine.shift(each(-103.5f, -116.3f, -123.7f)), Affine.scale(each(1 / 58.4f))), Channels.BGR);
        assertRaw(
                guess(
                        3,
                        BatchNorm.of(
                                new float[] {1, 1, 1},
                                new float[3],
                                new float[] {123.7f, 116.3f, 103.5f},
                                new float[] {3400, 3300, 3300},
                                1e-5)),
                Channels.RGB);
    }

    @Test
    void aLayerThatNormalisesGetsNumbersFromZeroToOne() {
        Preprocessing how = guess(3, new BatchNorm(new float[] {1 / 0.229f, 1 / 0.224f, 1 / 0.225f}, new float[] {
            -0.485f / 0.229f, -0.456f / 0.224f, -0.406f / 0.225f
        }));
        assertThat(how.channels()).isEqualTo(Channels.RGB);
        assertThat(how.scale().values()).containsOnly(1 / 255f);
        assertThat(how.mean().values()).containsOnly(0);
        assertThat(guess(3, new Affine(each(2), each(-1))).scale().values()).containsOnly(1 / 255f);
    }

    @Test
    void otherFirstLayersSayNothing() {
        String usual = Preprocessing.torch(Source.GUESS).toString();
        assertThat(guess(3, new Relu())).hasToString(usual);
        assertThat(guess(3, new Relu(), Affine.scale(each(1 / 255f)))).hasToString(usual);
        assertThat(guess(3, Affine.scale(each(1)))).hasToString(usual);
        assertThat(guess(3, Affine.scale(each(500)))).hasToString(usual);
    }
}
