package org.zfscope.models.zoo.torchvision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zfscope.models.ClassNames;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.WeightOrigin;
import org.zfscope.models.load.ImageNet;
import org.zfscope.models.load.InputSize;
import org.zfscope.models.zoo.torchvision.Vgg.Between;

/**
 * The architectures by torchvision's names. Two of these, {@code vgg16} and {@code alexnet}, have always meant networks with
 * Caffe's layers here, which can be trained; torchvision's are {@code torchvision/vgg16} and {@code torchvision/alexnet}
 * wherever no file says which one is meant (docs/decisions/0035).
 */
public final class Torchvision {

    private static final String PREFIX = "torchvision/";

    private static final List<String> TAKEN = List.of("vgg16", "alexnet");

    /** torchvision's GoogLeNet came from TensorFlow, and takes -1 to 1. */
    private static final String TENSORFLOWS = "googlenet";

    private static final int SHORT_SIDE = 256;

    private static final Map<String, IntFunction<List<Part>>> ALL = all();

    private Torchvision() {}

    private static Map<String, IntFunction<List<Part>>> all() {
        Map<String, List<Integer>> convolutions = new LinkedHashMap<>();
        convolutions.put("vgg11", List.of(1, 1, 2, 2, 2));
        convolutions.put("vgg13", List.of(2, 2, 2, 2, 2));
        convolutions.put("vgg16", List.of(2, 2, 3, 3, 3));
        convolutions.put("vgg19", List.of(2, 2, 4, 4, 4));
        Map<String, IntFunction<List<Part>>> all = new LinkedHashMap<>();
        convolutions.forEach((name, each) -> {
            all.put(name, classes -> Vgg.parts(each, Between.NOTHING, classes));
            all.put(name + "_bn", classes -> Vgg.parts(each, Between.NORM, classes));
        });
        all.put("alexnet", AlexNet::parts);
        all.put("squeezenet1_0", SqueezeNet::first);
        all.put("squeezenet1_1", SqueezeNet::second);
        all.put("resnet18", classes -> ResNet.basic(List.of(2, 2, 2, 2), classes));
        all.put("resnet34", classes -> ResNet.basic(List.of(3, 4, 6, 3), classes));
        all.put("resnet50", classes -> ResNet.bottleneck(List.of(3, 4, 6, 3), classes));
        all.put("densenet121", classes -> DenseNet.parts(64, List.of(6, 12, 24, 16), 32, classes));
        all.put("googlenet", GoogLeNet::parts);
        all.put("mobilenet_v2", MobileNetV2::parts);
        return all;
    }

    /** The names by which {@link #untrained} opens them: with torchvision's own in front where another network has the name. */
    public static List<String> names() {
        return ALL.keySet().stream()
                .map(name -> TAKEN.contains(name) ? PREFIX + name : name)
                .toList();
    }

    /** All architectures, for that many classes. */
    public static Stream<Blueprint> blueprints(int classes) {
        return ALL.entrySet().stream()
                .map(entry -> new Blueprint(entry.getKey(), entry.getValue().apply(classes)));
    }

    /** The architecture of that name, with or without {@code torchvision/} in front, if there is one. */
    public static Optional<Blueprint> blueprint(String name, int classes) {
        String plain = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        return Optional.ofNullable(ALL.get(plain)).map(parts -> new Blueprint(plain, parts.apply(classes)));
    }

    /** The network of that name with random weights for the classes of ImageNet, if {@link #names} has it. */
    public static Optional<Network> untrained(String name, long seed, Optional<InputSize> size) {
        return Optional.of(name)
                .filter(names()::contains)
                .flatMap(known -> blueprint(known, ImageNet.CLASSES))
                .map(blueprint -> blueprint
                        .filled(new RandomTensors(blueprint, seed), size)
                        .network(name, preprocessing(blueprint.name(), Source.DEFAULT))
                        .withClassNames(new ClassNames(ImageNet.labels(), Source.DEFAULT))
                        .withWeights(new WeightOrigin.Random(seed)));
    }

    /** How torchvision prepares pictures for its own weights of that architecture: the shorter side to 256, the centre cut out. */
    public static Preprocessing preprocessing(String name, Source source) {
        Preprocessing p = name.equals(TENSORFLOWS) ? symmetric(source) : Preprocessing.torch(source);
        return new Preprocessing(p.channels(), p.fit(), SHORT_SIDE, p.mean(), p.scale(), p.source());
    }

    private static Preprocessing symmetric(Source source) {
        float half = 255 / 2f;
        float[] scale = {1 / half, 1 / half, 1 / half};
        return Preprocessing.of(Channels.RGB, new float[] {half, half, half}, scale, source);
    }

    /** The names in a row, for messages. */
    public static String list() {
        return ALL.keySet().stream().collect(Collectors.joining(", "));
    }
}
