package org.zfscope.models.zoo;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer.PoolingType;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Layers on top of each other, named as Caffe's model files name them; {@code key} is the number in the names. */
final class Stack {

    private final NeuralNetConfiguration.ListBuilder layers;

    Stack(long seed) {
        layers = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .weightInit(WeightInit.RELU)
                .activation(Activation.IDENTITY)
                .list();
    }

    /** {@code conv} and {@code relu}. */
    Stack convolution(String key, int filters, int kernel, int stride, int padding) {
        add(filters(key, filters, kernel, stride, padding));
        return relu(key);
    }

    private static Layer filters(String key, int filters, int kernel, int stride, int padding) {
        return new ConvolutionLayer.Builder(kernel, kernel)
                .stride(stride, stride)
                .padding(padding, padding)
                .nOut(filters)
                .name("conv" + key)
                .build();
    }

    /** {@code conv}, {@code bn} and {@code relu}: each map is normalised over the batch, which trains in fewer epochs. */
    Stack normalized(String key, int filters, int kernel, int stride, int padding) {
        add(filters(key, filters, kernel, stride, padding));
        add(new BatchNormalization.Builder().name("bn" + key).build());
        return relu(key);
    }

    /** {@code pool}: maxima of windows that lie inside the map. */
    Stack pool(String key, int kernel, int stride) {
        return pool(key, kernel, stride, ConvolutionMode.Truncate);
    }

    /**
     * {@code pool} with a last window that hangs over the border, as Caffe's pools have it. DL4J knows no such mode, but
     * its {@code Same} gives these windows where only one row and one column are missing.
     */
    Stack ceilPool(String key, int kernel, int stride) {
        return pool(key, kernel, stride, ConvolutionMode.Same);
    }

    /** {@code pool}: means, with windows as in {@link #ceilPool}. */
    Stack meanPool(String key, int kernel, int stride) {
        return pool(PoolingType.AVG, key, kernel, stride, ConvolutionMode.Same);
    }

    private Stack pool(String key, int kernel, int stride, ConvolutionMode mode) {
        return pool(PoolingType.MAX, key, kernel, stride, mode);
    }

    private Stack pool(PoolingType type, String key, int kernel, int stride, ConvolutionMode mode) {
        return add(new SubsamplingLayer.Builder(type)
                .kernelSize(kernel, kernel)
                .stride(stride, stride)
                .convolutionMode(mode)
                .name("pool" + key)
                .build());
    }

    /** {@code norm}: across 5 maps, with the constants of [Krizhevsky2012 §3.3]. */
    Stack norm(String key) {
        return add(new LocalResponseNormalization.Builder(2, 5, 1e-4, 0.75)
                .name("norm" + key)
                .build());
    }

    /** {@code conv}, {@code pool} and {@code relu}, in this order. */
    Stack pooledBeforeRelu(String key, int filters, int kernel, int padding, int poolKernel, int poolStride) {
        add(filters(key, filters, kernel, 1, padding));
        ceilPool(key, poolKernel, poolStride);
        return relu(key);
    }

    /** {@code fc}, {@code bn} and {@code relu}. */
    Stack normalizedHidden(String key, int units) {
        linear(key, units);
        add(new BatchNormalization.Builder().name("bn" + key).build());
        return relu(key);
    }

    /** {@code fc} alone. */
    Stack linear(String key, int units) {
        return add(new DenseLayer.Builder().nOut(units).name("fc" + key).build());
    }

    /** {@code fc}, {@code relu} and {@code drop}. */
    Stack hidden(String key, int units) {
        linear(key, units);
        relu(key);
        return add(new DropoutLayer.Builder(0.5).name("drop" + key).build());
    }

    /** {@code fc} and {@code prob}: the class scores and their softmax. */
    Stack classes(String key, int classes) {
        linear(key, classes);
        return add(new LossLayer.Builder(LossFunction.NEGATIVELOGLIKELIHOOD)
                .activation(Activation.SOFTMAX)
                .name("prob")
                .build());
    }

    private Stack relu(String key) {
        return add(new ActivationLayer.Builder()
                .activation(Activation.RELU)
                .name("relu" + key)
                .build());
    }

    private Stack add(Layer layer) {
        layers.layer(layer);
        return this;
    }

    /** For three channels; a flat input type makes the configuration itself, and so the file, state the size. */
    MultiLayerConfiguration build(int side) {
        return layers.setInputType(InputType.convolutionalFlat(side, side, 3)).build();
    }
}
