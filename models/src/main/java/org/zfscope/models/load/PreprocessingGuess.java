package org.zfscope.models.load;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.layer.Softmax;

/**
 * What pictures a model probably wants when nothing says so. It is a guess, is marked as one, and is wrong for networks
 * that were trained otherwise than most. What wrote the file decides (docs/decisions/0030):
 *
 * <ul>
 *   <li>a network whose own first layers scale and shift its input gets pixels as they make sense to those: 0 to 255 or 0 to
 *       1, with nothing subtracted;
 *   <li>one channel, whoever wrote it: grey from 0 to 1;
 *   <li>DL4J: BGR from 0 to 255 minus (103.939, 116.779, 123.68), because DL4J's own image loader gives BGR and its
 *       pretrained networks, which come from Keras, take BGR minus this mean;
 *   <li>Caffe, or a softmax that is called {@code prob} as in all of Caffe's models: BGR from 0 to 255 minus
 *       (104, 117, 123), the same mean as Caffe's examples round it;
 *   <li>anything else: RGB, normalised with ImageNet's mean and deviation as in torchvision, the most frequent today.
 * </ul>
 */
public final class PreprocessingGuess {

    /** The producer of DL4J's zips, which do not name one. */
    public static final String DL4J = "DL4J";

    private static final String CAFFE_SOFTMAX = "prob";

    private PreprocessingGuess() {}

    /** @param channels 1 or 3 */
    static Preprocessing of(String producer, int channels, List<Node> layers) {
        Optional<Preprocessing> inside =
                InputScaling.of(channels, layers).flatMap(scaling -> scaling.preprocessing(channels));
        if (inside.isPresent()) {
            return inside.get();
        }
        if (channels == 1) {
            return Preprocessing.unit(Channels.GREY, Source.GUESS);
        }
        if (producer.equals(DL4J)) {
            return Preprocessing.caffe(Source.GUESS);
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
