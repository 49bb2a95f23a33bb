package org.zfscope.models.words;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How numbers, shapes and units are written, in sentences and beside them; the same in every locale. */
public final class Quantities {

    private Quantities() {}

    /** An argument of a sentence as Java writes it: digits are not grouped, nothing is rounded. */
    static String text(@Nullable Object argument) {
        return String.valueOf(argument);
    }

    /** A number of things, grouped by thousands: 12,345. */
    public static String count(long things) {
        return String.format(Locale.ROOT, "%,d", things);
    }

    /** With so many digits after the point: 0.30. */
    public static String fixed(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** With so many digits that count, such as an activation: 12.3, 1.23e-05. */
    public static String digits(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "g", value);
    }

    /** A value of a map, a score or the like: four digits that count, and an exponent only where there is no other way. */
    public static String value(double value) {
        double size = Math.abs(value);
        if (size == 0 || Double.isNaN(size) || Double.isInfinite(size)) {
            return size == 0 ? "0" : Double.toString(value);
        }
        boolean plain = size >= 1e-4 && size < 1e7;
        int decimals = Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
        return plain ? fixed(value, decimals) : String.format(Locale.ROOT, "%.3e", value);
    }

    /** The sides of an array or a picture: 3 x 224 x 224. */
    public static String shape(long... sides) {
        return Arrays.stream(sides).mapToObj(Long::toString).collect(Collectors.joining(" x "));
    }
}
