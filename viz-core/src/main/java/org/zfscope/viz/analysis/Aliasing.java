package org.zfscope.viz.analysis;

import java.util.List;
import java.util.Optional;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Progress;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.Method;
import org.zfscope.viz.Projector;
import org.zfscope.viz.deconv.ReluRule;

/**
 * Whether the first layer's stride shows in the second layer's features, as a pattern that repeats with it
 * [Zeiler2014 fig. 6 d, e]: how much stronger the projections of the second convolution are at the stride's frequency
 * than at the frequencies beside it. 1 = not at all stronger. It depends on the picture; compare networks on one picture.
 *
 * @param layer the second convolution
 * @param stride of the first one; 2 or more
 * @param frequency 1 / stride, in cycles a pixel
 * @param excess energy at that frequency, divided by the mean of the frequencies on either side, over all projections and
 *     both directions
 * @param share energy at that frequency, as a part of all energy but the mean level's
 */
public record Aliasing(String layer, int stride, double frequency, double excess, double share) {

    /** Frequencies on either side that are compared with; the nearest ones are left out, as energy leaks there. */
    private static final int BESIDE = 3;

    /** Measures it, unless the network has no second convolution or the first one has no stride. */
    public static Optional<Aliasing> of(Network network, Tensor picture, Progress progress) {
        List<Node> convolutions = network.nodes().stream()
                .filter(n -> n.layer() instanceof Convolution)
                .limit(2)
                .toList();
        if (convolutions.size() < 2) {
            return Optional.empty();
        }
        int stride = ((Convolution) convolutions.get(0).layer())
                .geometry()
                .horizontal()
                .stride();
        return stride < 2
                ? Optional.empty()
                : Optional.of(measure(network, convolutions.get(1).name(), stride, picture, progress));
    }

    private static Aliasing measure(Network network, String layer, int stride, Tensor picture, Progress progress) {
        Sums sums = new Sums(stride);
        try (Activations run = network.forward(picture, Keep.everything());
                Projector projector = new Projector(network, Method.of(ReluRule.DECONVNET))) {
            projector.projectLayer(run, layer, progress).forEach(projection -> sums.add(projection.pixels()));
        }
        return new Aliasing(layer, stride, 1.0 / stride, sums.excess(), sums.share());
    }

    /** Energies over all projections, their channels and both directions. */
    private static final class Sums {

        private final int stride;
        private double at;
        private double beside;
        private double line;
        private double all;

        Sums(int stride) {
            this.stride = stride;
        }

        /** Cuts off what is no whole number of strides, so that the stride's frequency is met exactly. */
        void add(Tensor projection) {
            int height = projection.shape().height() / stride * stride;
            int width = projection.shape().width() / stride * stride;
            if (height == 0 || width == 0) {
                return;
            }
            Tensor whole = projection.crop(new Window(0, 0, height, width));
            for (int c = 0; c < whole.shape().channels(); c++) {
                Spectrum spectrum = Spectrum.of(whole.values(), c * height * width, height, width);
                all += 2 * (spectrum.total() - spectrum.between(0, Double.MIN_VALUE));
                add(spectrum, width, true);
                add(spectrum, height, false);
            }
        }

        private void add(Spectrum spectrum, int side, boolean horizontal) {
            int bin = side / stride;
            line += spectrum.line(bin, horizontal);
            at += mirrored(bin, side) * spectrum.line(bin, horizontal);
            double sum = 0;
            int count = 0;
            for (int i = Math.max(1, bin - 1 - BESIDE); i <= Math.min(side / 2, bin + 1 + BESIDE); i++) {
                if (Math.abs(i - bin) > 1) {
                    sum += mirrored(i, side) * spectrum.line(i, horizontal);
                    count++;
                }
            }
            beside += count == 0 ? 0 : sum / count;
        }

        /** All frequencies but the highest have a mirror image, whose energy is not their own. */
        private static double mirrored(int bin, int side) {
            return 2 * bin == side ? 1 : 0.5;
        }

        double excess() {
            return beside > 0 ? at / beside : 1;
        }

        double share() {
            return all > 0 ? line / all : 0;
        }
    }
}
