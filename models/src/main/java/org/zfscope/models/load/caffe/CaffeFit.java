package org.zfscope.models.load.caffe;

import java.util.List;

/** Whether weights can be a net's, as far as that is told without building it. */
final class CaffeFit {

    private CaffeFit() {}

    /** Whether every layer with filters or a matrix has weights of its name, of as many units. */
    static boolean fits(CaffeNet net, CaffeWeights weights) {
        return net.layers().stream().allMatch(layer -> fits(layer, weights));
    }

    private static boolean fits(CaffeLayer layer, CaffeWeights weights) {
        int units =
                switch (layer.type()) {
                    case "Convolution", "Deconvolution" ->
                        layer.settings("convolution_param").integer("num_output", 0);
                    case "InnerProduct" -> layer.settings("inner_product_param").integer("num_output", 0);
                    default -> 0;
                };
        if (units < 1 || layer.sharedName(0).isPresent()) {
            return true;
        }
        List<CaffeBlob> blobs = weights.of(layer.name());
        return switch (blobs.size()) {
            case 0 -> false;
            case 1 -> blobs.get(0).count() % units == 0;
            default -> blobs.get(1).count() == units;
        };
    }
}
