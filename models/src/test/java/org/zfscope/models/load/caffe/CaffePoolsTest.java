package org.zfscope.models.load.caffe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zfscope.models.Network;
import org.zfscope.models.random.RandomTensors;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** Pools against Caffe's own loops, written out again. */
class CaffePoolsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        // side, kernel, stride, pad
        "32, 3, 2, 0",
        "8, 3, 2, 0",
        "7, 3, 2, 1",
        "8, 3, 2, 1",
        "9, 2, 2, 1",
        "5, 3, 3, 1",
        "13, 5, 3, 2",
        "6, 2, 3, 1",
        "4, 4, 1, 0",
        "12, 3, 2, 1"
    })
    void poolsHaveCaffesWindows(int side, int kernel, int stride, int pad) throws IOException {
        for (String kind : new String[] {"MAX", "AVE"}) {
            CaffeModel model = new CaffeModel("""
                    layer { name: "pool" type: "Pooling" bottom: "data" top: "pool"
                      pooling_param { pool: %s kernel_size: %d stride: %d pad: %d } }
                    """.formatted(kind, kernel, stride, pad), 3, side, side);
            Tensor input = RandomTensors.picture(new Random(side), new Shape(3, side, side));
            try (Network network = model.open(folder)) {
                Tensor expected = pooled(input, kernel, stride, pad, kind.equals("MAX"));
                Tensor found = CaffeModel.run(network, input);
                assertThat(found.shape()).isEqualTo(expected.shape());
                assertThat(found.values()).usingComparatorWithPrecision(1e-5f).containsExactly(expected.values());
            }
        }
    }

    /** pooling_layer.cpp, Reshape and Forward_cpu, line by line. */
    private static Tensor pooled(Tensor x, int kernel, int stride, int pad, boolean max) {
        int side = x.shape().height();
        int pooled = (int) Math.ceil((side + 2 * pad - kernel) / (double) stride) + 1;
        if (pad > 0 && (pooled - 1) * stride >= side + pad) {
            pooled--;
        }
        Tensor out = Tensor.zeros(new Shape(x.shape().channels(), pooled, pooled));
        for (int c = 0; c < x.shape().channels(); c++) {
            for (int ph = 0; ph < pooled; ph++) {
                for (int pw = 0; pw < pooled; pw++) {
                    int hstart = ph * stride - pad;
                    int wstart = pw * stride - pad;
                    int hend = Math.min(hstart + kernel, side + (max ? 0 : pad));
                    int wend = Math.min(wstart + kernel, side + (max ? 0 : pad));
                    int size = (hend - hstart) * (wend - wstart);
                    double value = max ? Float.NEGATIVE_INFINITY : 0;
                    for (int h = Math.max(hstart, 0); h < Math.min(hend, side); h++) {
                        for (int w = Math.max(wstart, 0); w < Math.min(wend, side); w++) {
                            value = max ? Math.max(value, x.at(c, h, w)) : value + x.at(c, h, w);
                        }
                    }
                    out.values()[(c * pooled + ph) * pooled + pw] = (float) (max ? value : value / size);
                }
            }
        }
        return out;
    }
}
