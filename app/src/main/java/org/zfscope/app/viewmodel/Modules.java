package org.zfscope.app.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Layers brought together by what their names have in common, {@code fire2/} or {@code layer1.0.}. Only neighbours in the
 * network's order come together, so that no module takes what it gives by way of another one.
 */
final class Modules {

    private static final String USUAL = "/.:";
    private static final String BESIDES = "_";

    private final List<String> names;
    private final Set<String> flipped;
    private final String separators;
    private final List<GraphBox> boxes = new ArrayList<>();

    private Modules(List<String> names, Set<String> flipped) {
        this.names = names;
        this.flipped = flipped;
        boolean usual = names.stream().anyMatch(name -> name.chars().anyMatch(c -> USUAL.indexOf(c) >= 0));
        this.separators = usual ? USUAL : BESIDES;
    }

    /**
     * The boxes in the network's order; an open module comes right before what is in it.
     *
     * @param flipped modules that are open though they are usually not, or the other way round
     */
    static List<GraphBox> of(List<String> names, Set<String> flipped) {
        Modules modules = new Modules(names, flipped);
        modules.add(0, names.size(), 0);
        return modules.boxes;
    }

    /** Layers whose names have the first letters, up to {@code start}, in common. */
    private void add(int from, int to, int start) {
        for (int at = from; at < to; ) {
            int end = at + 1;
            int length = beginning(names.get(at), start);
            while (length > start && end < to && beginsAlike(at, end, length)) {
                end++;
            }
            if (end - at > 1) {
                module(at, end, start, common(at, end, length));
            } else {
                String name = names.get(at);
                boxes.add(new GraphBox(GraphBox.Kind.LAYER, name, written(name.substring(start)), at, end));
            }
            at = end;
        }
    }

    private void module(int from, int to, int start, int length) {
        String beginning = names.get(from).substring(0, length);
        String id = beginning + "#" + from;
        boolean large = 2 * (to - from) > names.size();
        boolean open = large != flipped.contains(id);
        String label = written(beginning.substring(start));
        boxes.add(new GraphBox(open ? GraphBox.Kind.OPEN_MODULE : GraphBox.Kind.MODULE, id, label, from, to));
        if (open) {
            add(from, to, length);
        }
    }

    private static String written(String part) {
        return part.replaceAll("^[/.:_]+|[/.:_]+$", "");
    }

    /** Up to and with the next separator that has something before it; {@code start} where there is none. */
    private int beginning(String name, int start) {
        for (int i = start + 1; i < name.length() - 1; i++) {
            if (separators.indexOf(name.charAt(i)) >= 0) {
                return i + 1;
            }
        }
        return start;
    }

    private boolean beginsAlike(int one, int other, int length) {
        return names.get(one).regionMatches(0, names.get(other), 0, length)
                && names.get(other).length() > length;
    }

    /** The longest beginning that all have in common: a module with nothing but a module in it is one. */
    private int common(int from, int to, int known) {
        int length = known;
        while (true) {
            int longer = beginning(names.get(from), length);
            for (int i = from; i < to; i++) {
                if (longer == length || !beginsAlike(from, i, longer)) {
                    return length;
                }
            }
            length = longer;
        }
    }
}
