package org.zfscope.models.train;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.impl.LayerVertex;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.load.dl4j.Dl4jModel;

/** DL4J's two kinds of network, as training needs them. */
sealed interface Trainable {

    Model model();

    List<Layer> layers();

    /** Puts other code in the place of layers, which must have the same parameters. */
    void replace(UnaryOperator<Layer> by);

    /** One step of gradient descent on [pictures, channels, height, width] and [pictures, classes]. */
    void fit(INDArray pictures, INDArray targets);

    void rate(double rate);

    /** Probabilities, [pictures, classes]. */
    INDArray classify(INDArray pictures);

    /** The updater's state; a view. */
    INDArray momenta();

    String json();

    Dl4jModel parsed();

    /** Layers in a row. */
    record Row(MultiLayerNetwork model) implements Trainable {

        @Override
        public List<Layer> layers() {
            return List.of(model.getLayers());
        }

        @Override
        public void replace(UnaryOperator<Layer> by) {
            Arrays.asList(model.getLayers()).replaceAll(by);
        }

        @Override
        public void fit(INDArray pictures, INDArray targets) {
            model.fit(pictures, targets);
        }

        @Override
        public void rate(double rate) {
            model.setLearningRate(rate);
        }

        @Override
        public INDArray classify(INDArray pictures) {
            return model.output(pictures, false);
        }

        @Override
        public INDArray momenta() {
            return model.getUpdater().getStateViewArray();
        }

        @Override
        public String json() {
            return model.getLayerWiseConfigurations().toJson();
        }

        @Override
        public Dl4jModel parsed() {
            return Dl4jModel.of(model);
        }
    }

    /** Layers that branch and join. */
    record Graph(ComputationGraph model) implements Trainable {

        @Override
        public List<Layer> layers() {
            return List.of(model.getLayers());
        }

        @Override
        public void replace(UnaryOperator<Layer> by) {
            for (GraphVertex vertex : model.getVertices()) {
                if (vertex instanceof LayerVertex place) {
                    int i = List.of(model.getLayers()).indexOf(place.getLayer());
                    place.setLayer(by.apply(place.getLayer()));
                    model.getLayers()[i] = place.getLayer();
                }
            }
        }

        @Override
        public void fit(INDArray pictures, INDArray targets) {
            model.fit(new INDArray[] {pictures}, new INDArray[] {targets});
        }

        @Override
        public void rate(double rate) {
            model.setLearningRate(rate);
        }

        @Override
        public INDArray classify(INDArray pictures) {
            return model.outputSingle(false, pictures);
        }

        @Override
        public INDArray momenta() {
            return model.getUpdater().getStateViewArray();
        }

        @Override
        public String json() {
            return model.getConfiguration().toJson();
        }

        @Override
        public Dl4jModel parsed() {
            return Dl4jModel.of(model);
        }
    }
}
