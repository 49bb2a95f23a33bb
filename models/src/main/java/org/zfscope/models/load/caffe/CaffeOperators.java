package org.zfscope.models.load.caffe;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The types of layers that zfscope knows, beside those that bring in pictures and those that are left out. */
final class CaffeOperators {

    private static final Map<String, CaffeOperator> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("BatchNorm", CaffeNorms::batchNorm),
            Map.entry("Bias", CaffeNorms::bias),
            Map.entry("Concat", CaffeShapes::concat),
            Map.entry("Convolution", CaffeFilters::convolution),
            Map.entry("ConvolutionDepthwise", CaffeFilters::convolution),
            Map.entry("DepthwiseConvolution", CaffeFilters::convolution),
            Map.entry("Dropout", CaffeShapes::dropout),
            Map.entry("Eltwise", CaffeArithmetic::eltwise),
            Map.entry("Flatten", CaffeShapes::flatten),
            Map.entry("InnerProduct", CaffeFilters::innerProduct),
            Map.entry("LRN", CaffeNorms::lrn),
            Map.entry("Pooling", CaffePools::pool),
            Map.entry("Power", CaffeArithmetic::power),
            Map.entry("ReLU", CaffeArithmetic::relu),
            Map.entry("Reshape", CaffeShapes::reshape),
            Map.entry("Scale", CaffeNorms::scale),
            Map.entry("Softmax", CaffeShapes::softmax),
            Map.entry("Split", CaffeShapes::split)));

    private CaffeOperators() {}

    static Optional<CaffeOperator> of(CaffeLayer layer) {
        return Optional.ofNullable(ALL.get(layer.type()));
    }

    /** Their types, for the documentation. */
    static SortedSet<String> types() {
        return new TreeSet<>(ALL.keySet());
    }
}
