package org.zfscope.models.load.keras;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfscope.models.load.keras.Pixels.Slide;

/** Each kind of layer beside plain loops over channels-last pixels. */
class KerasLayersTest {

    private static final String INPUT = "6, 5, 4";

    private final KerasFiles files;

    KerasLayersTest(@TempDir Path folder) {
        files = new KerasFiles(folder);
    }

    private KerasRun run(String kind, String config, Map<String, Array> weights) throws IOException {
        String layer = KerasText.layer(kind, "it", config);
        return new KerasRun(files.archive("3.4.1", KerasText.sequential(INPUT, layer), weights));
    }

    @ParameterizedTest
    @CsvSource({"valid, 1, 1, 1", "valid, 2, 1, 1", "same, 1, 1, 2", "same, 2, 1, 1", "same, 3, 1, 4", "valid, 1, 2, 2"
    })
    void convolutions(String padding, int stride, int dilation, int groups) throws IOException {
        Array kernel = Array.random(1, 3, 2, 4 / groups, 8);
        Array bias = Array.random(2, 8);
        String config =
                "'filters': 8, 'kernel_size': [3, 2], 'padding': '%s', 'strides': [%d, %d], 'dilation_rate': [%d, %d],"
                        + " 'groups': %d, 'data_format': 'channels_last', 'activation': 'linear', 'use_bias': true";
        try (KerasRun run = run(
                "Conv2D",
                config.formatted(padding, stride, stride, dilation, dilation, groups),
                Map.of("layers/conv2d/vars/0", kernel, "layers/conv2d/vars/1", bias))) {
            Slide slide = new Slide(3, 2, stride, dilation, padding.equals("same"));
            run.gives(run.input().convolved(slide, kernel, bias, groups));
        }
    }

    @ParameterizedTest
    @CsvSource({"valid, 1, 1", "same, 2, 2", "same, 1, 3"})
    void depthwiseConvolutions(String padding, int stride, int multiplier) throws IOException {
        Array kernel = Array.random(1, 3, 3, 4, multiplier);
        String config =
                "'kernel_size': [3, 3], 'padding': '%s', 'strides': [%d, %d], 'depth_multiplier': %d, 'use_bias': false";
        try (KerasRun run = run(
                "DepthwiseConv2D",
                config.formatted(padding, stride, stride, multiplier),
                Map.of("layers/depthwise_conv2d/vars/0", kernel))) {
            Slide slide = new Slide(3, 3, stride, 1, padding.equals("same"));
            run.gives(run.input().depthwise(slide, kernel, new Array(new float[4 * multiplier], 4 * multiplier)));
        }
    }

    @Test
    void separableConvolutions() throws IOException {
        Array first = Array.random(1, 3, 3, 4, 2);
        Array second = Array.random(2, 1, 1, 8, 5);
        Array bias = Array.random(3, 5);
        String config =
                "'filters': 5, 'kernel_size': [3, 3], 'padding': 'same', 'strides': [2, 2], 'depth_multiplier': 2";
        try (KerasRun run = run(
                "SeparableConv2D",
                config,
                Map.of(
                        "layers/separable_conv2d/vars/0", first,
                        "layers/separable_conv2d/vars/1", second,
                        "layers/separable_conv2d/vars/2", bias))) {
            Pixels between = run.input().depthwise(new Slide(3, 3, 2, 1, true), first, new Array(new float[8], 8));
            run.gives("it_depthwise", between);
            run.gives(between.convolved(new Slide(1, 1, 1, 1, false), second, bias, 1));
        }
    }

    /** The output is as large as Keras' {@code deconv_output_length} says. */
    @ParameterizedTest
    @CsvSource({
        "valid, 3, 1, 8, 7",
        "valid, 3, 2, 13, 11",
        "valid, 2, 3, 18, 15",
        "same, 3, 2, 12, 10",
        "same, 4, 2, 12, 10",
        "same, 2, 3, 18, 15",
        "same, 3, 1, 6, 5"
    })
    void transposedConvolutions(String padding, int kernel, int stride, int height, int width) throws IOException {
        Array weights = Array.random(1, kernel, kernel, 3, 4);
        Array bias = Array.random(2, 3);
        String config =
                "'filters': 3, 'kernel_size': [%d, %d], 'padding': '%s', 'strides': [%d, %d], 'output_padding': null";
        try (KerasRun run = run(
                "Conv2DTranspose",
                config.formatted(kernel, kernel, padding, stride, stride),
                Map.of("layers/conv2d_transpose/vars/0", weights, "layers/conv2d_transpose/vars/1", bias))) {
            Slide slide = new Slide(kernel, kernel, stride, 1, padding.equals("same"));
            run.gives(run.input().transposed(slide, weights, bias, height, width));
        }
    }

    @ParameterizedTest
    @CsvSource({"valid, 2, 2", "same, 2, 2", "same, 3, 2", "same, 3, 1", "valid, 3, 1"})
    void pools(String padding, int size, int stride) throws IOException {
        String config = "'pool_size': [%d, %d], 'padding': '%s', 'strides': [%d, %d], 'data_format': 'channels_last'"
                .formatted(size, size, padding, stride, stride);
        Slide slide = new Slide(size, size, stride, 1, padding.equals("same"));
        try (KerasRun run = run("MaxPooling2D", config, Map.of("vars/0", Array.random(1, 1)))) {
            run.gives(run.input().largest(slide));
        }
        try (KerasRun run = run("AveragePooling2D", config, Map.of("vars/0", Array.random(1, 1)))) {
            run.gives(run.input().mean(slide));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'keepdims': true"})
    void globalPools(String keep) throws IOException {
        Slide whole = new Slide(6, 5, 1, 1, false);
        try (KerasRun run = run("GlobalAveragePooling2D", keep, Map.of("vars/0", Array.random(1, 1)))) {
            Pixels in = run.input();
            run.gives(in.mean(new Slide(6, 5, 1, 1, false)));
        }
        try (KerasRun run = run("GlobalMaxPooling2D", keep, Map.of("vars/0", Array.random(1, 1)))) {
            run.gives(run.input().largest(whole));
        }
    }

    @Test
    void aMatrixAfterFlatteningTakesThePixelsInKerasOrder() throws IOException {
        Array matrix = Array.random(1, 120, 3);
        Array bias = Array.random(2, 3);
        String config = KerasText.sequential(
                INPUT,
                KerasText.layer("Flatten", "flat", "'data_format': 'channels_last'"),
                KerasText.layer("Dropout", "drop", "'rate': 0.3"),
                KerasText.layer("Dense", "it", "'units': 3, 'use_bias': true"));
        Map<String, Array> weights = Map.of("layers/dense/vars/0", matrix, "layers/dense/vars/1", bias);
        try (KerasRun run = new KerasRun(files.archive("3.4.1", config, weights))) {
            run.gives(run.input().dense(matrix, bias));
        }
    }

    @Test
    void flattenedMapsAsAResultAreInKerasOrder() throws IOException {
        try (KerasRun run = run("Flatten", "", Map.of("vars/0", Array.random(1, 1)))) {
            Pixels in = run.input();
            run.gives(Pixels.of(1, 1, 120, (y, x, c) -> in.values()[c]));
        }
    }

    @Test
    void aMatrixOnMapsMixesTheChannels() throws IOException {
        Array matrix = Array.random(1, 4, 3);
        try (KerasRun run = run("Dense", "'units': 3, 'use_bias': false", Map.of("layers/dense/vars/0", matrix))) {
            Array kernel = new Array(matrix.values(), 1, 1, 4, 3);
            run.gives(run.input().convolved(new Slide(1, 1, 1, 1, false), kernel, new Array(new float[3], 3), 1));
        }
    }

    @Test
    void reshapingMovesValuesAsInKeras() throws IOException {
        try (KerasRun run = new KerasRun(files.archive(
                "3.4.1",
                KerasText.sequential(
                        INPUT,
                        KerasText.layer("ReLU", "relu", ""),
                        KerasText.layer("Reshape", "it", "'target_shape': [10, -1, 6]")),
                Map.of("vars/0", Array.random(1, 1))))) {
            Pixels in = run.input();
            run.gives(Pixels.of(10, 2, 6, (y, x, c) -> Math.max(0, in.values()[(y * 2 + x) * 6 + c])));
        }
    }

    @Test
    void theStatisticsOfTrainingWithAndWithoutScaleAndShift() throws IOException {
        Array mean = Array.random(1, 4);
        Array variance = Array.positive(2, 4);
        Array gamma = Array.random(3, 4);
        Array beta = Array.random(4, 4);
        try (KerasRun run = run(
                "BatchNormalization",
                "'axis': -1, 'epsilon': 0.01",
                Map.of(
                        "layers/batch_normalization/vars/0", gamma,
                        "layers/batch_normalization/vars/1", beta,
                        "layers/batch_normalization/vars/2", mean,
                        "layers/batch_normalization/vars/3", variance))) {
            Pixels in = run.input();
            run.gives(in.each((y, x, c) ->
                    (in.at(y, x, c) - mean.at(c)) / Math.sqrt(variance.at(c) + 0.01) * gamma.at(c) + beta.at(c)));
        }
        try (KerasRun run = run(
                "BatchNormalization",
                "'axis': [3], 'epsilon': 0.01, 'scale': false, 'center': false",
                Map.of(
                        "layers/batch_normalization/vars/0", mean,
                        "layers/batch_normalization/vars/1", variance))) {
            Pixels in = run.input();
            run.gives(in.each((y, x, c) -> (in.at(y, x, c) - mean.at(c)) / Math.sqrt(variance.at(c) + 0.01)));
        }
    }

    @Test
    void normsOfOnePicture() throws IOException {
        Array gamma = Array.random(3, 4);
        Array beta = Array.random(4, 4);
        try (KerasRun run = run(
                "LayerNormalization",
                "'axis': [3], 'epsilon': 0.01",
                Map.of("layers/layer_normalization/vars/0", gamma, "layers/layer_normalization/vars/1", beta))) {
            Pixels in = run.input();
            run.gives(in.each((y, x, c) -> standard(in, y, x, 0, 4, c, false) * gamma.at(c) + beta.at(c)));
        }
        try (KerasRun run = run(
                "GroupNormalization",
                "'groups': 2, 'axis': -1, 'epsilon': 0.01",
                Map.of("layers/group_normalization/vars/0", gamma, "layers/group_normalization/vars/1", beta))) {
            Pixels in = run.input();
            run.gives(in.each(
                    (y, x, c) -> standard(in, y, x, c / 2 * 2, c / 2 * 2 + 2, c, true) * gamma.at(c) + beta.at(c)));
        }
    }

    private static double standard(Pixels in, int y, int x, int from, int to, int c, boolean everywhere) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int row = everywhere ? 0 : y; row < (everywhere ? in.rows() : y + 1); row++) {
            for (int column = everywhere ? 0 : x; column < (everywhere ? in.columns() : x + 1); column++) {
                for (int channel = from; channel < to; channel++) {
                    sum += in.at(row, column, channel);
                    squares += in.at(row, column, channel) * in.at(row, column, channel);
                    count++;
                }
            }
        }
        double mean = sum / count;
        return (in.at(y, x, c) - mean) / Math.sqrt(squares / count - mean * mean + 0.01);
    }

    @Test
    void framesAndCuts() throws IOException {
        try (KerasRun run = run("ZeroPadding2D", "'padding': [[1, 2], [0, 3]]", Map.of("vars/0", Array.random(1, 1)))) {
            Pixels in = run.input();
            run.gives(Pixels.of(9, 8, 4, (y, x, c) -> in.at(y - 1, x, c)));
        }
        try (KerasRun run = run("Cropping2D", "'cropping': [[1, 2], [0, 3]]", Map.of("vars/0", Array.random(1, 1)))) {
            Pixels in = run.input();
            run.gives(Pixels.of(3, 2, 4, (y, x, c) -> in.at(y + 1, x, c)));
        }
    }

    @Test
    void pixelsRepeatedOrBetweenTheirCentres() throws IOException {
        try (KerasRun run = run(
                "UpSampling2D", "'size': [2, 3], 'interpolation': 'nearest'", Map.of("vars/0", Array.random(1, 1)))) {
            Pixels in = run.input();
            run.gives(Pixels.of(12, 15, 4, (y, x, c) -> in.at(y / 2, x / 3, c)));
        }
        try (KerasRun run = run(
                "UpSampling2D", "'size': [2, 2], 'interpolation': 'bilinear'", Map.of("vars/0", Array.random(1, 1)))) {
            Pixels in = run.input();
            run.gives(Pixels.of(12, 10, 4, (y, x, c) -> between(in, (y + 0.5) / 2 - 0.5, (x + 0.5) / 2 - 0.5, c)));
        }
    }

    private static double between(Pixels in, double y, double x, int c) {
        int top = (int) Math.floor(y);
        int left = (int) Math.floor(x);
        double sum = 0;
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                double share = (i == 0 ? top + 1 - y : y - top) * (j == 0 ? left + 1 - x : x - left);
                int row = Math.min(Math.max(top + i, 0), in.rows() - 1);
                int column = Math.min(Math.max(left + j, 0), in.columns() - 1);
                sum += share * in.at(row, column, c);
            }
        }
        return sum;
    }

    @Test
    void channelsFirstIsReadAsItIs() throws IOException {
        Array kernel = Array.random(1, 3, 3, 2, 3);
        Array bias = Array.random(2, 3);
        Array matrix = Array.random(3, 36, 2);
        Array none = new Array(new float[2], 2);
        String config = KerasText.sequential(
                "2, 6, 5",
                KerasText.layer(
                        "Conv2D", "conv", "'filters': 3, 'kernel_size': [3, 3], 'data_format': 'channels_first'"),
                KerasText.layer("Flatten", "flat", "'data_format': 'channels_last'"),
                KerasText.layer("Dense", "it", "'units': 2, 'use_bias': false"));
        Map<String, Array> weights =
                Map.of("layers/conv2d/vars/0", kernel, "layers/conv2d/vars/1", bias, "layers/dense/vars/0", matrix);
        try (KerasRun run = new KerasRun(files.archive("3.4.1", config, weights))) {
            assertThat(run.network.input().toString()).isEqualTo("2 x 6 x 5");
            Pixels maps = run.input().convolved(new Slide(3, 3, 1, 1, false), kernel, bias, 1);
            run.gives("conv", maps);
            Pixels first = Pixels.of(1, 1, 36, (y, x, i) -> maps.at(i % 12 / 3, i % 3, i / 12));
            run.gives(first.dense(matrix, none));
        }
    }
}
