package org.zfscope.models.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class QuantitiesTest {

    @Test
    void countsAreGroupedByThousands() {
        assertThat(Quantities.count(12345)).isEqualTo("12,345");
        assertThat(Quantities.count(-1)).isEqualTo("-1");
    }

    @Test
    void numbersHaveTheDigitsAskedFor() {
        assertThat(Quantities.fixed(0.295, 1)).isEqualTo("0.3");
        assertThat(Quantities.fixed(Double.NaN, 1)).isEqualTo("NaN");
        assertThat(Quantities.digits(12.345, 3)).isEqualTo("12.3");
        assertThat(Quantities.digits(0.0000123, 3)).isEqualTo("1.23e-05");
    }

    @Test
    void valuesHaveFourDigitsAndNoExponentThatCanBeHelped() {
        assertThat(List.of(0.0, 1020.0, 973.24, 57.2634, 0.33984, -3.1114, 123456.7, 0.00123456).stream()
                        .map(Quantities::value))
                .containsExactly("0", "1020", "973.2", "57.26", "0.3398", "-3.111", "123457", "0.001235");
        assertThat(Quantities.value(1.23456e-7)).isEqualTo("1.235e-07");
        assertThat(Quantities.value(1.23456e9)).isEqualTo("1.235e+09");
        assertThat(Quantities.value(Double.NaN)).isEqualTo("NaN");
    }

    @Test
    void shapesHaveTheirSidesInOrder() {
        assertThat(Quantities.shape(3, 224, 224)).isEqualTo("3 x 224 x 224");
        assertThat(Quantities.shape(10)).isEqualTo("10");
    }

    @Test
    void noLocaleChangesNumbers() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(Quantities.count(12345) + " " + Quantities.fixed(0.5, 1)).isEqualTo("12,345 0.5");
        } finally {
            Locale.setDefault(before);
        }
    }
}
