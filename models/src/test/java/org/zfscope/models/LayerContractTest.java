package org.zfscope.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.Weighted;
import org.zfscope.models.naive.Grid;
import org.zfscope.models.naive.NaiveForward;
import org.zfscope.models.random.LayerSample;
import org.zfscope.models.random.RandomLayers;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;

/** What every layer promises about its way forward. */
class LayerContractTest {

    static Stream<LayerSample> samples() {
        return LayerSample.all();
    }

    @Test
    void everyKindOfLayerIsTested() {
        assertThat(List.<Class<?>>copyOf(RandomLayers.kinds()))
                .containsExactlyInAnyOrder(Layer.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theAnnouncedShapeIsTheTrueOne(LayerSample sample) {
        assertThat(forward(sample).shape()).isEqualTo(sample.layer().outputShape(sample.shapes()));
    }

    /** Views stay open silently when they are closed, and their memory is forgotten. */
    @ParameterizedTest
    @MethodSource("samples")
    void whatALayerGivesCanBeClosed(LayerSample sample) {
        List<Maps> inputs = arrays(sample);
        Maps output = sample.layer().forward(inputs);
        output.close();
        assertThatThrownBy(() -> output.picture(0)).isInstanceOf(IllegalStateException.class);
        inputs.forEach(Maps::close);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void neitherInputsNorWeightsAreTouched(LayerSample sample) {
        List<Tensor> weights = weights(sample.layer());
        List<Maps> inputs = arrays(sample);

        sample.layer().forward(inputs).close();

        assertThat(inputs.stream().map(maps -> maps.picture(0)).toList()).isEqualTo(sample.inputs());
        assertThat(weights(sample.layer())).isEqualTo(weights);
        inputs.forEach(Maps::close);
    }

    /** What reach says is enough: everything else of the inputs may change. */
    @ParameterizedTest
    @MethodSource("samples")
    void anOutputDependsOnNothingOutsideItsReach(LayerSample sample) {
        Grid before = NaiveForward.of(sample.layer(), sample.grids());
        Window middle = Window.at(before.shape().height() / 2, before.shape().width() / 2);
        List<Grid> changed = new ArrayList<>();
        for (Grid input : sample.grids()) {
            changed.add(changedOutside(input, sample.layer().reach(middle, input.shape())));
        }
        Grid after = NaiveForward.of(sample.layer(), changed);
        for (int c = 0; c < before.shape().channels(); c++) {
            assertThat(after.at(c, middle.y(), middle.x())).isEqualTo(before.at(c, middle.y(), middle.x()));
        }
    }

    private static Grid changedOutside(Grid input, Window reach) {
        Grid changed = input.map(v -> v);
        for (int c = 0; c < input.shape().channels(); c++) {
            for (int y = 0; y < input.shape().height(); y++) {
                for (int x = 0; x < input.shape().width(); x++) {
                    changed.add(c, y, x, reach.contains(Window.at(y, x)) ? 0 : 100);
                }
            }
        }
        return changed;
    }

    private static Tensor forward(LayerSample sample) {
        List<Maps> inputs = arrays(sample);
        try (Maps output = sample.layer().forward(inputs)) {
            return output.picture(0);
        } finally {
            inputs.forEach(Maps::close);
        }
    }

    private static List<Maps> arrays(LayerSample sample) {
        return sample.inputs().stream()
                .map(picture -> Engines.usual().of(List.of(picture)))
                .toList();
    }

    private static List<Tensor> weights(Layer layer) {
        if (layer instanceof Weighted weighted) {
            return List.of(
                    flat(weighted.weights().values()),
                    flat(weighted.weights().bias().clone()));
        } else if (layer instanceof BatchNorm norm) {
            return List.of(flat(norm.scale().clone()), flat(norm.shift().clone()));
        }
        return List.of();
    }

    private static Tensor flat(float[] values) {
        return new Tensor(Shape.flat(values.length), values);
    }
}
