package org.zfscope.viz.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandTest {

    @Test
    void wordsThatAShellWouldReadOtherwiseAreQuoted() {
        assertThat(Command.of("project", "a model.onnx", "it's", "relu1:*", "$HOME", "")
                        .text())
                .isEqualTo("zfscope project 'a model.onnx' 'it'\\''s' 'relu1:*' '$HOME' ''");
    }

    @Test
    void plainWordsStayAsTheyAre() {
        assertThat(Command.of("maps", "../a_b-c/m.onnx", "x=1,2@3:4+5").text())
                .isEqualTo("zfscope maps ../a_b-c/m.onnx x=1,2@3:4+5");
    }

    @Test
    void usualValuesAreLeftOut() {
        Command maps = Command.of("maps");

        assertThat(maps.with("--gain", 1.0, 1.0)).isEqualTo(maps);
        assertThat(maps.with("--gain", 2.0, 1.0).text()).isEqualTo("zfscope maps --gain 2");
        assertThat(maps.with("--gain", 2.5, 1.0).text()).isEqualTo("zfscope maps --gain 2.5");
    }
}
