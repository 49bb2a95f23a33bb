package org.zfscope.models.load.keras;

import java.util.List;
import java.util.Locale;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Source;

/**
 * What pictures a Keras model probably wants when neither its file nor a card says so. Models in {@code keras.applications}
 * have names, which stay when they become part of another model, and each was trained with one of four ways; anything
 * else takes values from 0 to 1 more often than not.
 */
final class KerasGuess {

    private static final List<String> CAFFE = List.of("vgg16", "vgg19", "resnet50", "resnet101", "resnet152");
    private static final List<String> AROUND_ZERO =
            List.of("mobilenet", "inception", "xception", "nasnet", "resnet50v2", "resnet101v2", "resnet152v2");
    private static final List<String> TORCH = List.of("densenet", "regnet");
    private static final List<String> AS_THEY_ARE = List.of("efficientnet", "convnext", "mobilenetv3");

    private KerasGuess() {}

    /** @param channels of the input; 1 and 3 are pictures, and of others nobody knows what they are */
    static Preprocessing of(KerasModel model, int channels) {
        if (channels == 1) {
            return Preprocessing.unit(Channels.GREY, Source.GUESS);
        }
        if (isOneOf(model, AS_THEY_ARE)) {
            return Preprocessing.of(Channels.RGB, new float[3], new float[] {1, 1, 1}, Source.GUESS);
        }
        if (isOneOf(model, AROUND_ZERO)) {
            float[] half = {127.5f, 127.5f, 127.5f};
            float[] scale = {1 / 127.5f, 1 / 127.5f, 1 / 127.5f};
            return Preprocessing.of(Channels.RGB, half, scale, Source.GUESS);
        }
        if (isOneOf(model, CAFFE)) {
            return Preprocessing.caffe(Source.GUESS);
        }
        return isOneOf(model, TORCH)
                ? Preprocessing.torch(Source.GUESS)
                : Preprocessing.unit(Channels.RGB, Source.GUESS);
    }

    /** Whether it, or a model in it, is called like that; MobileNet V3 is {@code MobilenetV3small}. */
    private static boolean isOneOf(KerasModel model, List<String> names) {
        String own = model.name().toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
        return names.stream().anyMatch(own::startsWith)
                || model.layers().stream().flatMap(l -> l.inner().stream()).anyMatch(inner -> isOneOf(inner, names));
    }
}
