package org.zfscope.models.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** Model cards to JSON. */
final class CardWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CardWriter() {}

    static byte[] write(ModelCard card) {
        ObjectNode root = JSON.createObjectNode();
        card.name().ifPresent(name -> root.put("name", name));
        card.preprocessing().ifPresent(p -> root.set("preprocessing", preprocessing(p)));
        if (!card.labels().isEmpty()) {
            card.labels().forEach(root.putArray("labels")::add);
        }
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always writable", e);
        }
    }

    private static ObjectNode preprocessing(Preprocessing p) {
        ObjectNode node = JSON.createObjectNode();
        node.put("channels", p.channels().name().toLowerCase(Locale.ROOT));
        node.put("fit", p.fit().name().toLowerCase(Locale.ROOT));
        node.put("shortSide", p.shortSide());
        if (p.mean().shape().isFlat()) {
            node.set("mean", numbers(p.mean().values()));
        } else {
            node.set("mean", picture(p.mean()));
        }
        node.set("scale", numbers(p.scale().values()));
        return node;
    }

    private static ObjectNode picture(Tensor mean) {
        Shape shape = mean.shape();
        ObjectNode node = JSON.createObjectNode();
        node.putArray("shape").add(shape.channels()).add(shape.height()).add(shape.width());
        node.set("values", numbers(mean.values()));
        return node;
    }

    private static ArrayNode numbers(float[] values) {
        ArrayNode array = JSON.createArrayNode();
        for (float v : values) {
            array.add(v);
        }
        return array;
    }
}
