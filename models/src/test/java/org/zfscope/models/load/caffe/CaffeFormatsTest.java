package org.zfscope.models.load.caffe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CaffeFormatsTest {

    @Test
    void everyTypeOfLayerStandsInTheDocumentation() throws IOException {
        String text = Files.readString(Path.of("../docs/formats.md"));
        assertThat(CaffeOperators.types()).allMatch(type -> text.contains("`" + type + "`"));
    }
}
