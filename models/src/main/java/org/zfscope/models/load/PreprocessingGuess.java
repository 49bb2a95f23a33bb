package org.zfscope.models.load;

import java.util.List;
import java.util.Locale;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.layer.Softmax;

/**
 * What pictures a model probably wants when nothing says so. It is a guess, is marked as one, and is wrong for networks
 * that were trained otherwise than most:
 *
 * <ul>
 *   <li>one channel: grey from 0 to 1;
 *   <li>a Caffe producer, or a softmax that is called {@code prob} as in all of Caffe's models: BGR from 0 to 255 minus
 *       (104, 117, 123), the mean of ImageNet as Caffe's examples round it;
 *   <li>anything else: RGB, normalised with ImageNet's mean and deviation as in torchvision, the most frequent today.
 * </ul>
 */
public final class PreprocessingGuess {

    private static final String CAFFE_SOFTMAX = "prob";

    private PreprocessingGuess() {}

    public static Preprocessing of(String producer, int channels, List<Node> layers) {
        if (channels == 1) {
            return Preprocessing.unit(Channels.GREY, Source.GUESS);
        }
        return isCaffe(producer, layers)
                ? Preprocessing.of(Channels.BGR, new float[] {104, 117, 123}, new float[] {1, 1, 1}, Source.GUESS)
                : Preprocessing.torch(Source.GUESS);
    }

    private static boolean isCaffe(String producer, List<Node> layers) {
        return producer.toLowerCase(Locale.ROOT).contains("caffe")
                || layers.stream()
                        .anyMatch(n -> n.layer() instanceof Softmax && n.name().equals(CAFFE_SOFTMAX));
    }
}
