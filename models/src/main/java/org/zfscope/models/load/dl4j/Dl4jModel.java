package org.zfscope.models.load.dl4j;

import java.nio.FloatBuffer;
import java.util.Optional;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.compute.Memory;
import org.zfscope.models.compute.nd4j.Native;
import org.zfscope.models.load.InputSize;
import org.zfscope.models.load.ParsedModel;
import org.zfscope.models.tensor.Shape;

/**
 * A DL4J network of either kind: its configuration and its flat parameters. A {@link Network} made from it has a share in
 * the memory of those parameters wherever the order of the numbers allows it, and keeps it when this is closed; only dense
 * layers that take flattened channels-last maps get weights of their own.
 *
 * <p>A layer with an activation function becomes two nodes, {@code name} and {@code name_relu} (or {@code _leakyrelu},
 * {@code _softmax}).
 */
public final class Dl4jModel implements AutoCloseable {

    private final Dl4jGraph graph;
    private final Memory parameters;

    Dl4jModel(Dl4jGraph graph, Memory parameters) {
        this.graph = graph;
        this.parameters = parameters;
    }

    /** With a copy of the network's parameters. */
    public static Dl4jModel of(MultiLayerNetwork network) {
        return of(network.getLayerWiseConfigurations(), copy(network));
    }

    /** With a copy of the network's parameters. */
    public static Dl4jModel of(ComputationGraph network) {
        return of(network.getConfiguration(), copy(network));
    }

    private static Memory copy(Model network) {
        FloatBuffer parameters = Native.floats(network.params().castTo(DataType.FLOAT));
        Memory copy = Memory.allocate(parameters.capacity());
        copy.floats().put(parameters);
        return copy;
    }

    /** A configuration and all its parameters in DL4J's order, which become the model's own. */
    public static Dl4jModel of(MultiLayerConfiguration configuration, Memory parameters) {
        return new Dl4jModel(Dl4jGraph.of(configuration), parameters);
    }

    /** A configuration and all its parameters in DL4J's order, which become the model's own. */
    public static Dl4jModel of(ComputationGraphConfiguration configuration, Memory parameters) {
        return new Dl4jModel(Dl4jGraph.of(configuration), parameters);
    }

    /**
     * How many parameters DL4J lays out for a configuration.
     *
     * @throws IllegalArgumentException if a layer is not supported
     */
    public static long parameters(MultiLayerConfiguration configuration) {
        return Dl4jGraph.of(configuration).parameters();
    }

    /**
     * The shape of the input as far as the configuration states or implies it.
     *
     * @param size rows and columns, needed only where the configuration leaves them open
     * @throws IllegalArgumentException if they are open and not given
     */
    public Shape input(Optional<InputSize> size) {
        return new Dl4jInput(graph).shape(size);
    }

    /**
     * The network for an input of that shape.
     *
     * @throws IllegalArgumentException if a layer is not supported or does not fit
     */
    public Network toNetwork(String name, Shape input, Preprocessing preprocessing) {
        return parsed(input, Source.FILE).network(name, preprocessing);
    }

    /**
     * The layers.
     *
     * @param size rows and columns of the input, needed only where the configuration leaves them open
     * @throws IllegalArgumentException if a layer is not supported or does not fit
     */
    ParsedModel parsed(Optional<InputSize> size) {
        return parsed(input(size), new Dl4jInput(graph).source(size));
    }

    private ParsedModel parsed(Shape input, Source inputSource) {
        return Dl4jConversion.convert(graph, new Dl4jParameters(parameters), input, inputSource);
    }

    /** Networks that were made from it go on. */
    @Override
    public void close() {
        parameters.close();
    }
}
