package org.zfscope.models.load.caffe;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Fit;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/**
 * What a net says about how pictures become its input: {@code transform_param} of the layer that brings them in. Nets for use
 * ({@code deploy.prototxt}) say nothing; those for training say mean, scale and crop, but never the order of the channels.
 *
 * @param transform mean, scale, crop
 * @param mean the mean picture that it names, where that lies beside the net
 */
record CaffePictures(CaffeNet net, CaffeMessage transform, Optional<Tensor> mean) {

    /** What pictures of ImageNet are scaled to before they are cut to these sizes. */
    private static final int IMAGENET_SIDE = 256;

    private static final List<Integer> IMAGENET_CROPS = List.of(224, 227);

    /** The mean colour of CIFAR-10, as RGB. */
    private static final float[] CIFAR_MEAN = {125.3f, 123.0f, 113.9f};

    /** @param file the net's, beside which a mean picture may lie: Caffe's own paths lead elsewhere */
    static CaffePictures of(CaffeNet net, Path file) {
        CaffeMessage transform = net.layers().stream()
                .filter(CaffeLayer::isData)
                .findFirst()
                .map(CaffePictures::transform)
                .orElseGet(CaffeMessage::new);
        Optional<Tensor> mean = transform
                .text("mean_file")
                .flatMap(path -> CaffeFolder.of(file).named(path))
                .map(MeanFile::read);
        return new CaffePictures(net, transform, mean);
    }

    /** Old nets have it among what is said about the data. */
    private static CaffeMessage transform(CaffeLayer layer) {
        return List.of("transform_param", "data_param", "image_data_param", "window_data_param").stream()
                .map(layer::settings)
                .filter(said ->
                        said.has("scale") || said.has("crop_size") || said.has("mean_file") || said.has("mean_value"))
                .findFirst()
                .orElseGet(CaffeMessage::new);
    }

    /** Rows of the input as far as pictures tell them: those of the crop, or of the mean picture; else 0. */
    int height() {
        return transform.integer("crop_size", mean.map(m -> m.shape().height()).orElse(0));
    }

    int width() {
        return transform.integer("crop_size", mean.map(m -> m.shape().width()).orElse(0));
    }

    /**
     * How pictures become the input; none where the net says nothing that helps.
     *
     * @throws IllegalArgumentException if what it says does not suit the input
     */
    Optional<Preprocessing> preprocessing(Shape input) {
        boolean meanSaid = mean.isPresent() || transform.has("mean_value");
        boolean meanMissing = transform.has("mean_file") && mean.isEmpty();
        if (input.channels() != 1 && input.channels() != 3) {
            return Optional.empty();
        }
        if ((!meanSaid && !transform.has("scale")) || meanMissing) {
            return net.isOfCifar() && input.channels() == 3 ? Optional.of(cifar()) : Optional.empty();
        }
        Channels order = input.channels() == 1 ? Channels.GREY : net.isOfCifar() ? Channels.RGB : Channels.BGR;
        float[] scale = CaffeNorms.all(transform.real("scale", 1), input.channels());
        Source source = order == Channels.GREY ? Source.FILE : Source.FILE_IN_GUESSED_ORDER;
        return Optional.of(new Preprocessing(
                order,
                Fit.CROP,
                shortSide(input),
                subtracted(input),
                new Tensor(Shape.flat(scale.length), scale),
                source));
    }

    private Preprocessing cifar() {
        float[] scale = CaffeNorms.all(transform.real("scale", 1), CIFAR_MEAN.length);
        return Preprocessing.of(Channels.RGB, CIFAR_MEAN.clone(), scale, Source.GUESS);
    }

    private Tensor subtracted(Shape input) {
        if (mean.isPresent()) {
            Shape picture = mean.get().shape();
            if (picture.channels() != input.channels()
                    || picture.height() < input.height()
                    || picture.width() < input.width()) {
                throw new IllegalArgumentException(say("models.caffe-pictures.mean-picture", picture, input));
            }
            return mean.get();
        }
        List<Float> values = transform.reals("mean_value");
        float[] colour = new float[input.channels()];
        if (values.size() > 1 && values.size() != colour.length) {
            throw new IllegalArgumentException(
                    say("models.caffe-pictures.mean-values", values.size(), input.channels()));
        }
        for (int c = 0; c < colour.length && !values.isEmpty(); c++) {
            colour[c] = values.get(values.size() == 1 ? 0 : c);
        }
        return new Tensor(Shape.flat(colour.length), colour);
    }

    /** Pictures are as large as their mean before the input is cut out of them. */
    private int shortSide(Shape input) {
        Shape whole = mean.map(Tensor::shape).orElse(Shape.flat(1));
        int crop = transform.integer("crop_size", 0);
        if (whole.height() > input.height() && whole.width() > input.width()) {
            return Math.min(whole.height(), whole.width());
        }
        return IMAGENET_CROPS.contains(crop) && crop == input.height() ? IMAGENET_SIDE : 0;
    }
}
