package org.zfscope.viz;

import static org.zfscope.models.words.Words.say;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zfscope.models.Network;

/** What is projected. */
public sealed interface Target {

    /**
     * The unit that it means in a picture.
     *
     * @throws org.zfscope.models.io.InputException if the network has no such layer, unit or position
     */
    Unit in(Targets run);

    /** The feature map that it lies in; a class score lies in none. */
    Optional<Strongest> map();

    /** Whether a network has such a unit. */
    default boolean isIn(Network network) {
        return map().filter(map -> network.has(map.layer())
                        && map.unit() < network.shape(map.layer()).channels())
                .isPresent();
    }

    /** Whether every neuron of a map is meant. */
    default boolean isWholeMap() {
        return false;
    }

    /** One neuron of a feature map. */
    record Neuron(String layer, int unit, int y, int x) implements Target {
        @Override
        public Unit in(Targets run) {
            return run.neuron(this);
        }

        @Override
        public Optional<Strongest> map() {
            return Optional.of(new Strongest(layer, unit));
        }

        @Override
        public boolean isIn(Network network) {
            return Target.super.isIn(network)
                    && y < network.shape(layer).height()
                    && x < network.shape(layer).width();
        }

        @Override
        public String toString() {
            return layer + ":" + unit + "@" + y + "," + x;
        }
    }

    /** The strongest neuron of a feature map; of equals the first in row-major order. */
    record Strongest(String layer, int unit) implements Target {
        @Override
        public Unit in(Targets run) {
            return run.strongest(layer, unit);
        }

        @Override
        public Optional<Strongest> map() {
            return Optional.of(this);
        }

        @Override
        public String toString() {
            return layer + ":" + unit;
        }
    }

    /** A whole feature map, every neuron with its own activation. */
    record WholeMap(String layer, int unit) implements Target {
        @Override
        public Unit in(Targets run) {
            return run.wholeMap(layer, unit);
        }

        @Override
        public Optional<Strongest> map() {
            return Optional.of(new Strongest(layer, unit));
        }

        @Override
        public boolean isWholeMap() {
            return true;
        }

        @Override
        public String toString() {
            return layer + ":" + unit + "@map";
        }
    }

    /** The score of a class before the softmax. */
    record ClassScore(int index) implements Target {
        @Override
        public Unit in(Targets run) {
            return run.classScore(index);
        }

        @Override
        public Optional<Strongest> map() {
            return Optional.empty();
        }

        @Override
        public boolean isIn(Network network) {
            return index < network.shape(network.output().name()).channels();
        }

        @Override
        public String toString() {
            return CLASS + ":" + index;
        }
    }

    /** The word that stands for the classes in an address. */
    String CLASS = "class";

    /**
     * Reads an address: {@code layer:unit}, {@code layer:unit@y,x}, {@code layer:unit@map} or {@code class:index}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static Target parse(String address) {
        Matcher m = Pattern.compile("(.+):(\\d{1,9})(?:@(?:(\\d{1,9}),(\\d{1,9})|(map)))?")
                .matcher(address);
        if (!m.matches()) {
            throw new IllegalArgumentException(say("viz.target.unit-address-write-layer", address));
        }
        String layer = m.group(1);
        int unit = Integer.parseInt(m.group(2));
        if (m.group(3) != null) {
            return new Neuron(layer, unit, Integer.parseInt(m.group(3)), Integer.parseInt(m.group(4)));
        }
        if (m.group(5) != null) {
            return new WholeMap(layer, unit);
        }
        return layer.equals(CLASS) ? new ClassScore(unit) : new Strongest(layer, unit);
    }
}
