package org.zfscope.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.NpyFiles;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** Pictures become the inputs that the reference outputs were computed from. */
class GoldenInputTest {

    private static final float[] CAFFE_MEAN = {104, 117, 123};

    @ParameterizedTest
    @CsvSource({
        "squeezenet-1.1, dog.jpg,       227, BGR, 1",
        "zf-mini,        chelsea.jpg,   224, BGR, 60",
        "vgg-mini,       astronaut.jpg, 224, BGR, 60",
        "dag-mini,       coffee.jpg,    224, RGB, 255"
    })
    void aPictureBecomesTheReferenceInput(String network, String picture, int size, Channels channels, float divisor) {
        Tensor expected = NpyFiles.read(SharedData.require("golden/" + network + "/input.npy"));
        RgbImage image = ImageFiles.read(SharedData.require("data/pictures/" + picture));
        float[] mean = channels == Channels.BGR ? CAFFE_MEAN : new float[3];
        float scale = 1 / divisor;
        Preprocessing how = Preprocessing.of(channels, mean, new float[] {scale, scale, scale}, Source.FILE);

        Tensor input = how.apply(image, new Shape(3, size, size));

        assertThat(input.shape()).isEqualTo(expected.shape());
        // in grey levels; decoders differ a little
        double sum = 0;
        double worst = 0;
        for (int i = 0; i < input.values().length; i++) {
            double difference = Math.abs(input.values()[i] - expected.values()[i]) * divisor;
            sum += difference;
            worst = Math.max(worst, difference);
        }
        assertThat(sum / input.values().length).isLessThan(0.1);
        assertThat(worst).isLessThan(4);
    }
}
