package org.zfscope.viz;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is projected. */
public sealed interface Target {

    /** One neuron of a feature map. */
    record Neuron(String layer, int unit, int y, int x) implements Target {
        @Override
        public String toString() {
            return layer + ":" + unit + "@" + y + "," + x;
        }
    }

    /** The strongest neuron of a feature map; of equals the first in row-major order. */
    record Strongest(String layer, int unit) implements Target {
        @Override
        public String toString() {
            return layer + ":" + unit;
        }
    }

    /** A whole feature map, every neuron with its own activation. */
    record WholeMap(String layer, int unit) implements Target {
        @Override
        public String toString() {
            return layer + ":" + unit + "@map";
        }
    }

    /** The score of a class before the softmax. */
    record ClassScore(int index) implements Target {
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
            throw new IllegalArgumentException("unit " + address
                    + " is not an address; write layer:unit, layer:unit@y,x, layer:unit@map or class:index");
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
