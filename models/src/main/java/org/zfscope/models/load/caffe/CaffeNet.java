package org.zfscope.models.load.caffe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zfscope.models.load.caffe.CaffePhase.Phase;

/**
 * A whole net: what it takes and its layers, in order.
 *
 * @param inputs those that the net itself names, outside its layers
 */
record CaffeNet(String name, List<Input> inputs, List<CaffeLayer> layers) {

    /**
     * An input that is no layer.
     *
     * @param dims pictures, channels, height, width, as far as they are said
     */
    record Input(String name, List<Integer> dims) {
        Input {
            dims = List.copyOf(dims);
        }
    }

    CaffeNet {
        inputs = List.copyOf(inputs);
        layers = List.copyOf(layers);
    }

    /** As a prototxt describes it, with the layers that are there when it is tested, or if it only can be trained then. */
    static CaffeNet described(CaffeMessage net) {
        CaffeNet tested = described(net, Phase.TEST);
        boolean takesSomething =
                !tested.inputs().isEmpty() || tested.layers().stream().anyMatch(CaffeLayer::isData);
        return takesSomething ? tested : described(net, Phase.TRAIN);
    }

    private static CaffeNet described(CaffeMessage net, Phase now) {
        CaffePhase phase = new CaffePhase(net, now);
        CaffeMessage there = new CaffeMessage();
        for (String field : List.of("layers", "layer")) {
            net.messages(field).stream().filter(phase::has).forEach(layer -> there.put(field, layer));
        }
        return of(net, there);
    }

    /** As it lies in a file of weights: training wrote it, and layers that were not there are not in it. */
    static CaffeNet written(CaffeMessage net) {
        return of(net, net);
    }

    private static CaffeNet of(CaffeMessage net, CaffeMessage layers) {
        List<CaffeLayer> all = new ArrayList<>(LegacyLayers.of(layers.messages("layers")));
        layers.messages("layer").stream().map(CaffeLayer::of).forEach(all::add);
        return new CaffeNet(net.text("name", ""), inputs(net), all);
    }

    private static List<Input> inputs(CaffeMessage net) {
        List<Integer> dims = net.integers("input_dim");
        List<CaffeMessage> shapes = net.messages("input_shape");
        List<Input> inputs = new ArrayList<>();
        for (String name : net.texts("input")) {
            int i = inputs.size();
            List<Integer> said = i < shapes.size()
                    ? shapes.get(i).integers("dim")
                    : dims.subList(Math.min(4 * i, dims.size()), Math.min(4 * i + 4, dims.size()));
            inputs.add(new Input(name, said));
        }
        return inputs;
    }

    /** Whether the net is called after CIFAR, whose pictures Caffe's own tool keeps as RGB; everything else it keeps as BGR. */
    boolean isOfCifar() {
        return name.toLowerCase(Locale.ROOT).contains("cifar");
    }
}
