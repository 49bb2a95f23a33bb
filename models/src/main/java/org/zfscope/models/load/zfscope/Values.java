package org.zfscope.models.load.zfscope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.tensor.Tensor;

/**
 * Layers as JSON: an object with an entry for each component of the record, numbers that were learned apart as tensors.
 *
 * <ul>
 *   <li>whole and real numbers, truths and choices stand for themselves;
 *   <li>records are objects; where the type is sealed, {@code kind} says which;
 *   <li>{@code float[]} and tensors are {@code {"tensor": NAME}}, weights {@code {"weight": NAME, "bias": NAME}} with
 *       {@code "columnwise": true} where a matrix lies as [inputs, units].
 * </ul>
 */
final class Values {

    static final String KIND = "kind";
    static final String TENSOR = "tensor";
    static final String WEIGHT = "weight";
    static final String BIAS = "bias";
    static final String COLUMNWISE = "columnwise";

    private final TensorsOut tensors;

    Values(TensorsOut tensors) {
        this.tensors = tensors;
    }

    /**
     * A record's components.
     *
     * @param place what its tensors are called: the layer's name, and where in the layer they are
     */
    ObjectNode components(Object record, String place) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            node.set(
                    component.getName(),
                    value(
                            component.getType(),
                            Kinds.value(component, record),
                            place + "." + component.getName(),
                            place));
        }
        return node;
    }

    private JsonNode value(Class<?> type, Object value, String place, String layer) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (value instanceof Integer whole) {
            return json.numberNode(whole);
        } else if (value instanceof Float real) {
            return json.numberNode(real);
        } else if (value instanceof Double real) {
            return json.numberNode(real);
        } else if (value instanceof Boolean truth) {
            return json.booleanNode(truth);
        } else if (value instanceof Enum<?> choice) {
            return json.textNode(choice.name());
        } else if (value instanceof int[] many) {
            var array = json.arrayNode(many.length);
            for (int one : many) {
                array.add(one);
            }
            return array;
        } else if (value instanceof float[] numbers) {
            return json.objectNode().put(TENSOR, tensors.add(place, numbers, numbers.length));
        } else if (value instanceof Tensor tensor) {
            var shape = tensor.shape();
            return json.objectNode()
                    .put(TENSOR, tensors.add(place, tensor.values(), shape.channels(), shape.height(), shape.width()));
        } else if (value instanceof Weights weights) {
            return weights(weights, layer);
        } else if (value instanceof Record record) {
            ObjectNode node = components(record, place);
            return type.isSealed() ? node.put(KIND, record.getClass().getSimpleName()) : node;
        }
        throw new IllegalStateException(
                "a " + type.getSimpleName() + " has no form in files yet: add one to Values and Making");
    }

    private ObjectNode weights(Weights weights, String layer) {
        int[] sides = weights.sides();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (weights.isColumnwise()) {
            node.put(WEIGHT, tensors.add(layer + ".weight", weights.floats(), sides[1], sides[0]));
            node.put(COLUMNWISE, true);
        } else {
            node.put(WEIGHT, tensors.add(layer + ".weight", weights.floats(), sides));
        }
        return node.put(BIAS, tensors.add(layer + ".bias", weights.bias(), weights.bias().length));
    }
}
