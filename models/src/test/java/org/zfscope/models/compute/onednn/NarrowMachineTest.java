package org.zfscope.models.compute.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The same numbers on a processor without AVX-512, which a process of its own plays: oneDNN asks for it only once. */
class NarrowMachineTest {

    private static final FilterShape SHAPE = new FilterShape(32, 48, 1, 3, 3);
    private static final Extent EXTENT = new Extent(2, 48, 9, 10);
    private static final Slide SLIDE = Slide.square(3, 1, 1);

    @Test
    void withoutWinogradTheSame() throws IOException, InterruptedException {
        Assumptions.assumeTrue(OneDnn.instructions().matches("avx.*2.*"), "a processor with AVX2");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Narrow.class.getName()))
                .redirectErrorStream(true);
        builder.environment().putAll(Map.of("DNNL_MAX_CPU_ISA", "AVX2"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output.strip()).isEqualTo("avx2, jit:avx2, jit:avx2, jit:avx2, BLOCKS_OF_8");
    }

    /** What the other process does. */
    static final class Narrow {

        private Narrow() {}

        public static void main(String[] args) {
            Samples samples = new Samples(15);
            float[] weights = samples.gaussian(SHAPE.size());
            float[] in = samples.gaussian(EXTENT.size());
            float[] signal =
                    samples.gaussian(SLIDE.over(EXTENT, SHAPE.filters()).size());
            try (OneDnn dnn = new OneDnn();
                    FloatPointer w = Samples.outside(weights);
                    Filters filters = new Filters(dnn, SHAPE, w, new FloatPointer());
                    Block maps = Samples.block(dnn, in, EXTENT)) {
                Convolutions convolutions = new Convolutions(dnn, Algorithm.FASTEST);
                try (Block out = convolutions.forward(maps, filters, SLIDE);
                        Block above = Samples.block(dnn, signal, out.extent());
                        Block below = convolutions.back(above, filters, SLIDE, EXTENT.height(), EXTENT.width())) {
                    Samples.assertNear(dnn, out, Loops.convolution(in, EXTENT, weights, new float[0], SHAPE, SLIDE));
                    Samples.assertNear(dnn, below, Loops.back(signal, EXTENT, weights, SHAPE, SLIDE));
                    System.out.println(String.join(
                            ", ",
                            OneDnn.instructions(),
                            convolutions.implementation(EXTENT, filters, SLIDE),
                            convolutions.backImplementation(
                                    out.extent(), filters, SLIDE, EXTENT.height(), EXTENT.width()),
                            new MaxPooling(dnn).implementation(maps.layout(), Slide.square(2, 2, 0)),
                            out.layout().order().name()));
                }
            }
        }
    }
}
