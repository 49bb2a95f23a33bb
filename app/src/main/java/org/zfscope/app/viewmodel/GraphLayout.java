package org.zfscope.app.viewmodel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the boxes of a network are drawn: each in a row below all that it takes, in the row in the order that lets fewest lines cross
 * (the method of barycentres) [Sugiyama1981]. Lines that pass a row have a place in it.
 */
public final class GraphLayout {

    /** What a line takes of a row, where a box takes 1. */
    private static final double LINE = 0.2;

    private static final int SWEEPS = 4;

    /** A place in the drawing, in boxes from the middle to the right and in rows from the top. */
    public record Point(double x, double y) {}

    /** A box or a line on its way, with what is above and below it. */
    private static final class Item {
        private final int row;
        private final double width;
        private final List<Item> above = new ArrayList<>();
        private final List<Item> below = new ArrayList<>();
        private double x;

        Item(int row, double width) {
            this.row = row;
            this.width = width;
        }

        double wish(boolean down) {
            return (down ? above : below)
                    .stream().mapToDouble(item -> item.x).average().orElse(x);
        }
    }

    private final Map<Integer, List<Item>> rows = new TreeMap<>();
    private final List<Item> boxes = new ArrayList<>();
    private final Map<LayerGraph.Edge, List<Item>> lines = new HashMap<>();

    GraphLayout(LayerGraph graph) {
        int[] row = new int[graph.boxes().size()];
        graph.edges().stream()
                .sorted(Comparator.comparingInt(LayerGraph.Edge::to))
                .forEach(edge -> row[edge.to()] = Math.max(row[edge.to()], row[edge.from()] + 1));
        for (int r : row) {
            boxes.add(item(r, 1));
        }
        graph.edges().forEach(this::line);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean down = sweep % 2 == 0;
            rows.values().forEach(items -> arrange(items, down));
        }
    }

    private Item item(int row, double width) {
        Item made = new Item(row, width);
        rows.computeIfAbsent(row, r -> new ArrayList<>()).add(made);
        return made;
    }

    private void line(LayerGraph.Edge edge) {
        List<Item> way = new ArrayList<>();
        Item at = boxes.get(edge.from());
        way.add(at);
        Item end = boxes.get(edge.to());
        while (at.row + 1 < end.row) {
            at = join(at, item(at.row + 1, LINE));
            way.add(at);
        }
        way.add(join(at, end));
        lines.put(edge, way);
    }

    private static Item join(Item upper, Item lower) {
        upper.below.add(lower);
        lower.above.add(upper);
        return lower;
    }

    /** In the order of their wishes, side by side, together in the middle of their wishes. */
    private static void arrange(List<Item> items, boolean down) {
        Map<Item, Double> wishes = new HashMap<>();
        items.forEach(item -> wishes.put(item, item.wish(down)));
        items.sort(Comparator.comparingDouble(item -> wishes.getOrDefault(item, 0.0)));
        double at = 0;
        double shift = 0;
        for (Item item : items) {
            item.x = at + item.width / 2;
            at += item.width;
            shift += (item.wish(down) - item.x) * item.width;
        }
        double width = items.stream().mapToDouble(item -> item.width).sum();
        for (Item item : items) {
            item.x += shift / width;
        }
    }

    /** Where the middle of a box is. */
    public Point box(int number) {
        return point(boxes.get(number));
    }

    /** Where a line goes, from the middle of a box to that of another one. */
    public List<Point> line(int from, int to) {
        return lines.getOrDefault(new LayerGraph.Edge(from, to), List.of()).stream()
                .map(GraphLayout::point)
                .toList();
    }

    private static Point point(Item item) {
        return new Point(item.x, item.row);
    }

    /** How many rows there are. */
    public int height() {
        return rows.size();
    }

    /** How far the boxes reach to the left, at most 0. */
    public double left() {
        return boxes.stream().mapToDouble(box -> box.x - box.width / 2).min().orElse(0);
    }

    /** How far they reach to the right. */
    public double right() {
        return boxes.stream().mapToDouble(box -> box.x + box.width / 2).max().orElse(0);
    }
}
