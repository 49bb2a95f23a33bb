package org.zfscope.models.load.caffe;

/** The net of Caffe's larger CIFAR-10 example, whose weights lie among the shared data without it. */
final class CifarFull {

    static final String NET = """
            name: "CIFAR10_full"
            layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 32 dim: 32 } } }
            layer { name: "conv1" type: "Convolution" bottom: "data" top: "conv1"
              convolution_param { num_output: 32 pad: 2 kernel_size: 5 stride: 1 } }
            layer { name: "pool1" type: "Pooling" bottom: "conv1" top: "pool1"
              pooling_param { pool: MAX kernel_size: 3 stride: 2 } }
            layer { name: "relu1" type: "ReLU" bottom: "pool1" top: "pool1" }
            layer { name: "norm1" type: "LRN" bottom: "pool1" top: "norm1"
              lrn_param { local_size: 3 alpha: 5e-05 beta: 0.75 norm_region: WITHIN_CHANNEL } }
            layer { name: "conv2" type: "Convolution" bottom: "norm1" top: "conv2"
              convolution_param { num_output: 32 pad: 2 kernel_size: 5 stride: 1 } }
            layer { name: "relu2" type: "ReLU" bottom: "conv2" top: "conv2" }
            layer { name: "pool2" type: "Pooling" bottom: "conv2" top: "pool2"
              pooling_param { pool: AVE kernel_size: 3 stride: 2 } }
            layer { name: "norm2" type: "LRN" bottom: "pool2" top: "norm2"
              lrn_param { local_size: 3 alpha: 5e-05 beta: 0.75 norm_region: WITHIN_CHANNEL } }
            layer { name: "conv3" type: "Convolution" bottom: "norm2" top: "conv3"
              convolution_param { num_output: 64 pad: 2 kernel_size: 5 stride: 1 } }
            layer { name: "relu3" type: "ReLU" bottom: "conv3" top: "conv3" }
            layer { name: "pool3" type: "Pooling" bottom: "conv3" top: "pool3"
              pooling_param { pool: AVE kernel_size: 3 stride: 2 } }
            layer { name: "ip1" type: "InnerProduct" bottom: "pool3" top: "ip1" inner_product_param { num_output: 10 } }
            layer { name: "prob" type: "Softmax" bottom: "ip1" top: "prob" }
            """;

    private CifarFull() {}
}
