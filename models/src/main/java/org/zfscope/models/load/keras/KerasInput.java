package org.zfscope.models.load.keras;

import static org.zfscope.models.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.load.InputSize;
import org.zfscope.models.load.OneLine;
import org.zfscope.models.load.keras.KerasCall.Tensor;
import org.zfscope.models.load.keras.KerasValue.Layout;
import org.zfscope.models.tensor.Shape;

/**
 * What a model takes.
 *
 * @param source who says how large it is
 */
record KerasInput(Shape shape, Layout layout, Source source) {

    /** Rows and columns of an input whose size the model leaves open. */
    private static final int OPEN_SIDE = 224;

    private static final int MAX_SIDE = 10_000;
    private static final int MAX_CHANNELS = 1 << 20;

    /**
     * Finds it.
     *
     * @param size what the user says
     * @throws IllegalArgumentException if the model does not take one picture
     */
    static KerasInput of(KerasModel model, Optional<InputSize> size) {
        if (model.inputs().size() != 1) {
            throw new IllegalArgumentException(say(
                    "models.keras-input.one-input",
                    model.inputs().stream().map(Tensor::layer).toList()));
        }
        JsonNode sides = KerasConfig.plain(sides(model));
        if (!sides.isArray() || sides.isEmpty()) {
            throw new IllegalArgumentException(say("models.keras-input.no-shape"));
        }
        return switch (sides.size()) {
            case 4 -> maps(sides, isChannelsFirst(model), size);
            case 3 -> grey(sides, size);
            case 2 -> new KerasInput(Shape.flat(side(sides, 1, MAX_CHANNELS)), Layout.VECTOR, Source.FILE);
            default -> throw new IllegalArgumentException(say("models.keras-input.pictures", OneLine.of(sides)));
        };
    }

    /** Batch, and rows, columns, channels; or channels, rows, columns. Open sides are null. */
    private static KerasInput maps(JsonNode sides, boolean channelsFirst, Optional<InputSize> size) {
        int rows = channelsFirst ? 2 : 1;
        boolean open = sides.get(rows).isNull() || sides.get(rows + 1).isNull();
        InputSize said = open
                ? new InputSize(OPEN_SIDE, OPEN_SIDE)
                : new InputSize(side(sides, rows, MAX_SIDE), side(sides, rows + 1, MAX_SIDE));
        Source source = size.isPresent() ? Source.OPTION : open ? Source.GUESS : Source.FILE;
        InputSize used = size.orElse(said);
        int channels = side(sides, channelsFirst ? 1 : 3, MAX_CHANNELS);
        KerasNodes.requireBounded(say("models.keras-input.input"), channels, used.height(), used.width());
        return new KerasInput(
                new Shape(channels, used.height(), used.width()),
                channelsFirst ? Layout.CHANNELS_FIRST : Layout.CHANNELS_LAST,
                source);
    }

    /** Batch, rows, columns: grey pictures without an axis for their channel, as {@code keras.datasets.mnist} has them. */
    private static KerasInput grey(JsonNode sides, Optional<InputSize> size) {
        boolean open = sides.get(1).isNull() || sides.get(2).isNull();
        InputSize said = open
                ? new InputSize(OPEN_SIDE, OPEN_SIDE)
                : new InputSize(side(sides, 1, MAX_SIDE), side(sides, 2, MAX_SIDE));
        InputSize used = size.orElse(said);
        Source source = size.isPresent() ? Source.OPTION : open ? Source.GUESS : Source.FILE;
        return new KerasInput(new Shape(1, used.height(), used.width()), Layout.CHANNELS_LAST, source);
    }

    private static int side(JsonNode sides, int i, int most) {
        JsonNode side = sides.get(i);
        if (!side.isInt() || side.intValue() < 1 || side.intValue() > most) {
            throw new IllegalArgumentException(say("models.keras-input.pictures", OneLine.of(sides)));
        }
        return side.intValue();
    }

    private static boolean isChannelsFirst(KerasModel model) {
        return model.leaves().stream()
                .map(l -> l.config().text("data_format", ""))
                .filter(format -> !format.isEmpty())
                .findFirst()
                .filter("channels_first"::equals)
                .isPresent();
    }

    /** The shape of what the model's first layer takes, with the batch, from wherever the version of Keras put it. */
    private static JsonNode sides(KerasModel model) {
        String first = model.inputs().get(0).layer();
        Optional<KerasLayer> layer = first.isEmpty()
                ? model.layers().stream().findFirst()
                : model.layers().stream().filter(l -> l.name().equals(first)).findFirst();
        JsonNode own = layer.map(KerasInput::own).orElse(MissingNode.getInstance());
        if (own.isArray() || own.isObject()) {
            return own;
        }
        if (model.built().isArray() || model.built().isObject()) {
            return model.built();
        }
        Optional<KerasModel> inner = layer.flatMap(KerasLayer::inner);
        return inner.isPresent()
                ? sides(inner.get())
                : layer.map(KerasLayer::built).orElse(MissingNode.getInstance());
    }

    private static JsonNode own(KerasLayer layer) {
        JsonNode config = layer.config().json();
        return config.hasNonNull("batch_input_shape") ? config.get("batch_input_shape") : config.path("batch_shape");
    }
}
