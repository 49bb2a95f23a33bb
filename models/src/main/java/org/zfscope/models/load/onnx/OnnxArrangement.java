package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.zfscope.models.layer.BlockOrder;
import org.zfscope.models.layer.DepthToSpace;
import org.zfscope.models.layer.Flatten;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.Reshape;
import org.zfscope.models.layer.SelectChannels;
import org.zfscope.models.layer.SpaceToDepth;
import org.zfscope.models.load.onnx.OnnxValue.Maps;
import org.zfscope.models.tensor.Shape;

/** The layers that make a view's array into maps: a channel shuffle, blocks of pixels from channels, vectors. */
final class OnnxArrangement {

    /** Values that may be put in any order. */
    private static final int MOST = 1 << 22;

    private final OnnxView view;
    private final Shape from;
    private final List<Optional<Side>> roles;
    private final List<Atom> channels;
    private final List<Atom> rows;
    private final List<Atom> columns;
    private final Shape to;

    private OnnxArrangement(OnnxView view) {
        this.view = view;
        this.from = view.maps().shape();
        this.roles = view.roles();
        this.channels = view.digits(roles, Side.CHANNELS);
        this.rows = view.digits(roles, Side.ROWS);
        this.columns = view.digits(roles, Side.COLUMNS);
        this.to = new Shape(Atom.size(channels), Atom.size(rows), Atom.size(columns));
    }

    /** The view as maps; there are layers for it only where it takes any. */
    static Maps realised(OnnxView view, OnnxLayers layers) {
        return view.asMaps().orElseGet(() -> new OnnxArrangement(view).made(layers));
    }

    private Maps made(OnnxLayers layers) {
        Maps maps = view.maps();
        for (Layer layer : steps()) {
            maps = layers.add(view.name(), layer, Side.PLAIN, maps);
        }
        return new Maps(maps.layer(), maps.shape(), OnnxView.filled(roles));
    }

    private List<Layer> steps() {
        if (isNatural()) {
            return List.of(to.isFlat() ? new Flatten() : new Reshape(to));
        }
        if (staysInPlace()) {
            return List.of(selection(channels));
        }
        return blocks().map(List::of).orElseGet(this::anyOrder);
    }

    private List<Atom> all() {
        List<Atom> all = new ArrayList<>(channels);
        all.addAll(rows);
        all.addAll(columns);
        return all;
    }

    /** Whether the values come in the order in which they lie in memory. */
    private boolean isNatural() {
        List<Atom> natural = new ArrayList<>();
        for (Side side : List.of(Side.CHANNELS, Side.ROWS, Side.COLUMNS)) {
            natural.add(Atom.whole(side, side.of(from, 1)));
        }
        return Atom.joined(all()).equals(Atom.joined(natural));
    }

    /** Whether only channels change places. */
    private boolean staysInPlace() {
        return isWhole(rows, Side.ROWS) && isWhole(columns, Side.COLUMNS);
    }

    private boolean isWhole(List<Atom> digits, Side side) {
        return digits.equals(Atom.joined(List.of(Atom.whole(side, side.of(from, 1)))));
    }

    private static SelectChannels selection(List<Atom> digits) {
        Shape single = new Shape(1, 1, 1);
        int count = Atom.size(digits);
        return new SelectChannels(IntStream.range(0, count)
                .map(i -> OnnxView.source(digits, i, single))
                .toArray());
    }

    private Optional<Layer> blocks() {
        int block = block();
        for (BlockOrder order : BlockOrder.values()) {
            if (block > 1 && to.channels() * block * block == from.channels() && growsBy(block, order)) {
                return Optional.of(new DepthToSpace(block, order));
            }
            if (block > 1 && from.channels() * block * block == to.channels() && shrinksBy(block, order)) {
                return Optional.of(new SpaceToDepth(block, order));
            }
        }
        return Optional.empty();
    }

    private int block() {
        return Math.max(to.height() / from.height(), from.height() / to.height());
    }

    private boolean growsBy(int block, BlockOrder order) {
        int maps = to.channels();
        boolean first = order == BlockOrder.PIXEL_FIRST;
        List<Atom> map = List.of(new Atom(Side.CHANNELS, maps, first ? 1 : block * block));
        Atom row = new Atom(Side.CHANNELS, block, first ? block * maps : block);
        Atom column = new Atom(Side.CHANNELS, block, first ? maps : 1);
        return Atom.joined(channels).equals(Atom.joined(map))
                && rows.equals(Atom.joined(List.of(Atom.whole(Side.ROWS, from.height()), row)))
                && columns.equals(Atom.joined(List.of(Atom.whole(Side.COLUMNS, from.width()), column)));
    }

    private boolean shrinksBy(int block, BlockOrder order) {
        Atom row = new Atom(Side.ROWS, block, 1);
        Atom column = new Atom(Side.COLUMNS, block, 1);
        Atom map = Atom.whole(Side.CHANNELS, from.channels());
        List<Atom> deep = order == BlockOrder.PIXEL_FIRST ? List.of(row, column, map) : List.of(map, row, column);
        return channels.equals(Atom.joined(deep))
                && rows.equals(Atom.joined(List.of(new Atom(Side.ROWS, to.height(), block))))
                && columns.equals(Atom.joined(List.of(new Atom(Side.COLUMNS, to.width(), block))));
    }

    /** All values as channels of one position, in the order in which they are wanted. */
    private List<Layer> anyOrder() {
        if (from.size() > MOST) {
            throw new IllegalArgumentException(say("models.onnx-view.large", from, to));
        }
        List<Layer> steps = new ArrayList<>(List.of(new Flatten()));
        List<Atom> all = all();
        steps.add(new SelectChannels(IntStream.range(0, from.size())
                .map(i -> OnnxView.source(all, i, from))
                .toArray()));
        if (!to.isFlat()) {
            steps.add(new Reshape(to));
        }
        return steps;
    }
}
