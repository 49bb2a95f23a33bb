package org.zfscope.models.load.caffe;

import java.io.IOException;
import java.nio.file.Path;
import org.zfscope.models.Network;
import org.zfscope.models.load.SmallNet;

/** The small network in Caffe's format. */
public final class CaffeSmallNet {

    private CaffeSmallNet() {}

    public static Network open(SmallNet net, Path folder) throws IOException {
        return new CaffeModel("""
                layer { name: "conv1" type: "Convolution" bottom: "data" top: "conv1"
                  convolution_param { num_output: 6 kernel_size: 3 } }
                layer { name: "relu1" type: "ReLU" bottom: "conv1" top: "conv1" }
                layer { name: "pool1" type: "Pooling" bottom: "conv1" top: "pool1" pooling_param { kernel_size: 2 stride: 2 } }
                layer { name: "conv2" type: "Convolution" bottom: "pool1" top: "conv2"
                  convolution_param { num_output: 5 kernel_size: 3 pad: 1 } }
                layer { name: "relu2" type: "ReLU" bottom: "conv2" top: "conv2" }
                layer { name: "fc" type: "InnerProduct" bottom: "conv2" top: "fc" inner_product_param { num_output: 7 } }
                layer { name: "prob" type: "Softmax" bottom: "fc" top: "prob" }
                """, 3, 10, 10)
                .with("conv1", net.conv1(), 6, 3, 3, 3)
                .with("conv1", net.bias1(), 6)
                .with("conv2", net.conv2(), 5, 6, 3, 3)
                .with("conv2", net.bias2(), 5)
                .with("fc", net.dense(), 7, 80)
                .with("fc", net.bias3(), 7)
                .open(folder);
    }
}
