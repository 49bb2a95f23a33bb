package org.zfscope.models.load.keras;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    /**
     * Layers that give an application away where the model is called otherwise, as in Teachable Machine's files, and what it is.
     * The first that is there counts: ResNet V2 and DenseNet have the names of ResNet too, and Xception those of VGG.
     */
    private static final Map<String, String> LAYERS = layers();

    private KerasGuess() {}

    private static Map<String, String> layers() {
        Map<String, String> layers = new LinkedHashMap<>();
        layers.put("expanded_conv_depthwise", "mobilenet");
        layers.put("conv_dw_1", "mobilenet");
        layers.put("block14_sepconv2", "xception");
        layers.put("mixed10", "inception");
        layers.put("conv2_block1_preact_bn", "resnet50v2");
        layers.put("conv2_block1_concat", "densenet");
        layers.put("conv2_block1_add", "resnet50");
        layers.put("res2a_branch2a", "resnet50");
        layers.put("block5_conv3", "vgg16");
        layers.put("block6a_se_reduce", "efficientnet");
        return layers;
    }

    /** @param channels of the input; 1 and 3 are pictures, and of others nobody knows what they are */
    static Preprocessing of(KerasModel model, int channels) {
        if (channels == 1) {
            return Preprocessing.unit(Channels.GREY, Source.GUESS);
        }
        List<String> names = new ArrayList<>();
        collect(model, names);
        Set<String> layers = model.leaves().stream().map(KerasLayer::name).collect(Collectors.toSet());
        LAYERS.forEach((layer, application) -> names.addAll(layers.contains(layer) ? List.of(application) : List.of()));
        return names.stream()
                .flatMap(name -> known(name).stream())
                .findFirst()
                .orElseGet(() -> Preprocessing.unit(Channels.RGB, Source.GUESS));
    }

    private static void collect(KerasModel model, List<String> names) {
        names.add(model.name().toLowerCase(Locale.ROOT).replaceAll("[_-]", ""));
        model.layers().forEach(l -> l.inner().ifPresent(inner -> collect(inner, names)));
    }

    /** By the name of an application, without lines in it; MobileNet V3 is {@code mobilenetv3small}. */
    private static Optional<Preprocessing> known(String name) {
        if (AS_THEY_ARE.stream().anyMatch(name::startsWith)) {
            return Optional.of(Preprocessing.of(Channels.RGB, new float[3], new float[] {1, 1, 1}, Source.GUESS));
        }
        if (AROUND_ZERO.stream().anyMatch(name::startsWith)) {
            float[] half = {127.5f, 127.5f, 127.5f};
            float[] scale = {1 / 127.5f, 1 / 127.5f, 1 / 127.5f};
            return Optional.of(Preprocessing.of(Channels.RGB, half, scale, Source.GUESS));
        }
        if (CAFFE.stream().anyMatch(name::startsWith)) {
            return Optional.of(Preprocessing.caffe(Source.GUESS));
        }
        return TORCH.stream().anyMatch(name::startsWith)
                ? Optional.of(Preprocessing.torch(Source.GUESS))
                : Optional.empty();
    }

    /** For weights of an architecture: those of the VGGs, AlexNet and SqueezeNet go back to Caffe's. */
    static Preprocessing of(String architecture) {
        return architecture.startsWith("squeezenet")
                ? Preprocessing.of(Channels.BGR, new float[] {104, 117, 123}, new float[] {1, 1, 1}, Source.GUESS)
                : Preprocessing.caffe(Source.GUESS);
    }
}
