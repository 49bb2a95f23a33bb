package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.List;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.layer.Activation;
import org.zfscope.models.layer.Add;
import org.zfscope.models.layer.AveragePool;
import org.zfscope.models.layer.Concat;
import org.zfscope.models.layer.GlobalAveragePool;
import org.zfscope.models.layer.GlobalMaxPool;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.LeakyRelu;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.layer.ParametricRelu;
import org.zfscope.models.layer.Rectifying;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.ReceptiveField;

/**
 * One layer in the list.
 *
 * @param lane which branch of the network it lies on, from 0
 * @param lanes branches side by side at this layer
 * @param from the layers that it takes its input from, where that is not just the one before; else empty
 * @param isMain whether it fires, pools or joins branches, which is what one usually looks at
 */
public record LayerRow(
        String name, String kind, Shape shape, ReceptiveField field, int lane, int lanes, String from, boolean isMain) {

    /** All layers in order. Each branch keeps to a lane of its own until branches meet. */
    public static List<LayerRow> of(Network network) {
        List<LayerRow> rows = new ArrayList<>();
        List<String> tips = new ArrayList<>(List.of(Network.INPUT));
        String before = Network.INPUT;
        for (Node node : network.nodes()) {
            int lane = lane(node, tips);
            boolean plain = node.inputs().equals(List.of(before));
            rows.add(new LayerRow(
                    node.name(),
                    node.layer().kind(),
                    network.shape(node.name()),
                    ReceptiveField.of(network, node.name()),
                    lane,
                    tips.size(),
                    plain ? "" : String.join(", ", node.inputs()),
                    isMain(node.layer())));
            before = node.name();
        }
        return rows;
    }

    private static boolean isMain(Layer layer) {
        return layer instanceof Rectifying
                || layer instanceof LeakyRelu
                || layer instanceof ParametricRelu
                || layer instanceof Activation
                || layer instanceof MaxPool
                || layer instanceof AveragePool
                || layer instanceof GlobalAveragePool
                || layer instanceof GlobalMaxPool
                || layer instanceof Concat
                || layer instanceof Add;
    }

    /** The lane whose tip the layer goes on from, or a new one; lanes that end here are free again. */
    private static int lane(Node node, List<String> tips) {
        int lane = node.inputs().stream()
                .mapToInt(tips::indexOf)
                .filter(i -> i >= 0)
                .min()
                .orElse(tips.size());
        if (lane == tips.size()) {
            tips.add(node.name());
        } else {
            tips.set(lane, node.name());
        }
        for (int other = tips.size() - 1; other > lane; other--) {
            if (node.inputs().contains(tips.get(other))) {
                tips.remove(other);
            }
        }
        return lane;
    }

    /** Maps, rows and columns; of a vector its units. */
    public String size() {
        String maps = Integer.toString(shape.channels());
        return shape.isFlat() ? maps : say("app.layer-row.x", maps, Quantities.shape(shape.height(), shape.width()));
    }

    /** Kind, receptive field and, where it is not plain, what it takes; short, as rows are narrow. */
    public String details() {
        return say(
                "app.layer-row.details",
                kind,
                sees("app.layer-row.sees", "app.layer-row.sees-every"),
                from.isEmpty() ? "" : say("app.layers-pane.from", from));
    }

    /** All of it in a few lines. */
    public String about() {
        String taken = from.isEmpty() ? "" : say("app.layers-pane.from", from);
        return String.join("\n", name, say("app.layer-row.shape", size()), kind + taken, sees());
    }

    /** The receptive field in one line. */
    public String sees() {
        return sees("app.layer-row.field", "app.layer-row.field-stride");
    }

    private String sees(String key, String keyWithStride) {
        int height = field.vertical().size();
        int width = field.horizontal().size();
        String size = height == width ? Integer.toString(height) : height + "x" + width;
        int stride = field.vertical().stride();
        return stride == 0 ? say(key, size) : say(keyWithStride, size, stride);
    }
}
