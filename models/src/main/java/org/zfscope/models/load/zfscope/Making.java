package org.zfscope.models.load.zfscope;

import static org.zfscope.models.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.load.OneLine;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** Layers from what {@link Values} wrote. Every number of a stranger's is looked at before a record gets it. */
final class Making {

    /** No side, stride or choice of channels is larger. */
    private static final int MOST = 1 << 24;

    private final TensorsIn tensors;
    private final List<Weights> made = new ArrayList<>();

    Making(TensorsIn tensors) {
        this.tensors = tensors;
    }

    /**
     * A layer.
     *
     * @throws IllegalArgumentException if there is no such kind, or it does not accept what the file says
     */
    Layer layer(String kind, JsonNode node) {
        return (Layer) record(Kinds.named(Layer.class, kind), node);
    }

    private Object record(Class<?> type, JsonNode node) {
        RecordComponent[] components = type.getRecordComponents();
        if (!node.isObject()) {
            throw wrong(type.getSimpleName(), node);
        }
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            String name = components[i].getName();
            values[i] = value(components[i].getType(), name, node.path(name));
        }
        return Kinds.made(type, values);
    }

    private Object value(Class<?> type, String name, JsonNode node) {
        if (type == int.class) {
            return whole(name, node);
        } else if (type == float.class) {
            return (float) real(name, node);
        } else if (type == double.class) {
            return real(name, node);
        } else if (type == boolean.class && node.isBoolean()) {
            return node.booleanValue();
        } else if (type.isEnum()) {
            return choice(type, name, node);
        } else if (type == int[].class && node.isArray()) {
            int[] many = new int[node.size()];
            Arrays.setAll(many, i -> whole(name, node.path(i)));
            return many;
        } else if (type == float[].class) {
            return tensors.array(text(name, node.path(Values.TENSOR)));
        } else if (type == Tensor.class) {
            return tensor(name, node);
        } else if (type == Weights.class) {
            return weights(name, node);
        } else if (type.isSealed()) {
            return record(Kinds.named(type, text(name, node.path(Values.KIND))), node);
        } else if (type.isRecord()) {
            return record(type, node);
        }
        throw wrong(name, node);
    }

    private static int whole(String name, JsonNode node) {
        if (!node.isInt() || node.intValue() > MOST || node.intValue() < -MOST) {
            throw wrong(name, node);
        }
        return node.intValue();
    }

    private static double real(String name, JsonNode node) {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw wrong(name, node);
        }
        return node.doubleValue();
    }

    private static String text(String name, JsonNode node) {
        if (!node.isTextual()) {
            throw wrong(name, node);
        }
        return node.textValue();
    }

    private static Object choice(Class<?> type, String name, JsonNode node) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(node.asText()))
                .findFirst()
                .orElseThrow(() -> wrong(name, node));
    }

    private Tensor tensor(String name, JsonNode node) {
        String tensor = text(name, node.path(Values.TENSOR));
        int[] sides = tensors.shape(tensor);
        if (sides.length != 3) {
            throw wrong(name, node);
        }
        return new Tensor(new Shape(sides[0], sides[1], sides[2]), tensors.array(tensor));
    }

    private Weights weights(String name, JsonNode node) {
        float[] bias = tensors.array(text(name, node.path(Values.BIAS)));
        TensorsIn.Held held = tensors.take(text(name, node.path(Values.WEIGHT)));
        int[] sides = held.shape();
        try {
            boolean columnwise = node.path(Values.COLUMNWISE).asBoolean(false);
            if (columnwise && sides.length != 2) {
                throw wrong(name, node);
            }
            Weights weights = columnwise
                    ? Weights.columnwise(held.memory(), bias, sides[1], sides[0])
                    : Weights.in(held.memory(), bias, sides);
            made.add(weights);
            return weights;
        } catch (RuntimeException e) {
            held.memory().close();
            throw e;
        }
    }

    private static IllegalArgumentException wrong(String name, JsonNode node) {
        return new IllegalArgumentException(say("models.making.wrong", name, OneLine.of(node)));
    }

    /** Gives back the weights of layers that no network has got. */
    void forget() {
        made.forEach(Weights::close);
    }
}
