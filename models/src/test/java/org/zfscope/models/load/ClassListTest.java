package org.zfscope.models.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassListTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tench\ngreat white shark\n",
                "\uFEFFtench\r\n\r\n  great white shark  \r\n",
                "n01440764 tench\nn01484850 great white shark",
                "0: tench\n1: great white shark",
                "[\"tench\", \"great white shark\"]",
                "[[\"n01440764\", \"tench\"], [\"n01484850\", \"great white shark\"]]",
                "{\"1\": \"great white shark\", \"0\": \"tench\"}",
                "{\"0\": [\"n01440764\", \"tench\"], \"1\": [\"n01484850\", \"great white shark\"]}",
                "{\"great white shark\": 1, \"tench\": 0}",
                "{0: 'tench', 1: 'great white shark'}",
                "['tench', 'great white shark',]",
                "{\"model_type\": \"resnet\", \"id2label\": {\"0\": \"tench\", \"1\": \"great white shark\"}}",
                "{\"nc\": 2, \"names\": [\"tench\", \"great white shark\"]}",
            })
    void everyFormGivesTheSameNames(String text) {
        assertThat(ClassList.parse(text)).containsExactly("tench", "great white shark");
    }

    @Test
    void quotesWithinNamesAndNumbersAsNamesStay() {
        assertThat(ClassList.parse("{0: \"jack-o'-lantern\", 1: 'crane\\'s bill'}"))
                .containsExactly("jack-o'-lantern", "crane's bill");
        assertThat(ClassList.parse("0\n1\n2")).containsExactly("0", "1", "2");
        assertThat(ClassList.parse("[0, 1]")).containsExactly("0", "1");
        assertThat(ClassList.parse("{\"0\": 0, \"1\": 1}")).containsExactly("0", "1");
        assertThat(ClassList.parse(" \n")).isEmpty();
        assertThat(ClassList.parse("[]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"0": "tench"              | begins like JSON
                    {"a": "tench"}             | found a
                    {"0": "tench", "2": "x"}   | no class 1 of 2
                    {"0": {"name": "tench"}}   | found {"name":"tench"}
                    [null]                     | found null
                    """)
    void whatIsNoListOfNames(String text, String says) {
        assertThatThrownBy(() -> ClassList.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(says);
    }

    @Test
    void tooManyNamesAreRefused() {
        assertThatThrownBy(() -> ClassList.parse("[" + "1,".repeat(100_001) + "]"))
                .hasMessageContaining("at most 100000");
    }
}
