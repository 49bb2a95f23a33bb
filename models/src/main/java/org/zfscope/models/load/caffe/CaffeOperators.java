package org.zfscope.models.load.caffe;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zfscope.models.layer.Curve;

/** The types of layers that zfscope knows, beside those that bring in pictures and those that are left out. */
final class CaffeOperators {

    private static final Map<String, CaffeOperator> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("AbsVal", CaffeCurves.plain(new Curve.Abs())),
            Map.entry("Axpy", CaffeArithmetic::axpy),
            Map.entry("BNLL", CaffeCurves.plain(new Curve.Softplus())),
            Map.entry("BatchNorm", CaffeNorms::batchNorm),
            Map.entry("Bias", CaffeNorms::bias),
            Map.entry("Clip", CaffeCurves::clip),
            Map.entry("Concat", CaffeShapes::concat),
            Map.entry("Convolution", CaffeFilters::convolution),
            Map.entry("ConvolutionDepthwise", CaffeFilters::convolution),
            Map.entry("Crop", CaffeShapes::crop),
            Map.entry("Deconvolution", CaffeFilters::deconvolution),
            Map.entry("DepthwiseConvolution", CaffeFilters::convolution),
            Map.entry("Dropout", CaffeShapes::dropout),
            Map.entry("ELU", CaffeCurves::elu),
            Map.entry("Eltwise", CaffeArithmetic::eltwise),
            Map.entry("Exp", CaffeCurves::exponential),
            Map.entry("Flatten", CaffeShapes::flatten),
            Map.entry("InnerProduct", CaffeFilters::innerProduct),
            Map.entry("Interp", CaffeShapes::interpolate),
            Map.entry("LRN", CaffeNorms::lrn),
            Map.entry("PReLU", CaffeCurves::prelu),
            Map.entry("Pooling", CaffePools::pool),
            Map.entry("Power", CaffeCurves::power),
            Map.entry("ReLU", CaffeCurves::relu),
            Map.entry("ReLU6", CaffeCurves::relu6),
            Map.entry("Reshape", CaffeShapes::reshape),
            Map.entry("Scale", CaffeNorms::scale),
            Map.entry("ShuffleChannel", CaffeShapes::shuffle),
            Map.entry("Sigmoid", CaffeCurves.plain(new Curve.Sigmoid())),
            Map.entry("Slice", CaffeShapes::slice),
            Map.entry("Softmax", CaffeShapes::softmax),
            Map.entry("Split", CaffeShapes::split),
            Map.entry("Swish", CaffeCurves::swish),
            Map.entry("TanH", CaffeCurves.plain(new Curve.Tanh()))));

    private CaffeOperators() {}

    static Optional<CaffeOperator> of(CaffeLayer layer) {
        return Optional.ofNullable(ALL.get(layer.type()));
    }

    /** Their types, for the documentation. */
    static SortedSet<String> types() {
        return new TreeSet<>(ALL.keySet());
    }
}
