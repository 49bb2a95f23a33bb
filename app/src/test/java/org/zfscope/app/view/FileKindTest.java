package org.zfscope.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfscope.viz.render.FigureFormat;

/** What a file is called that somebody has typed or chosen in a dialog. */
class FileKindTest {

    private final List<FileKind> kinds = FileKind.figures(FigureFormat.PNG);

    private String named(FileKind chosen, String typed) {
        return chosen.named(Path.of("folder", typed), kinds).getFileName().toString();
    }

    @Test
    void everyFormatIsOfferedTheChosenOneFirst() {
        assertThat(FileKind.figures(FigureFormat.PDF))
                .extracting(FileKind::ending)
                .containsExactly(".pdf", ".png", ".svg");
    }

    @Test
    void theEndingThatIsTypedCounts() {
        assertThat(named(kinds.get(0), "relu3-9.PDF")).isEqualTo("relu3-9.PDF");
        assertThat(named(kinds.get(1), "relu3-9.pdf")).isEqualTo("relu3-9.pdf");
    }

    @Test
    void aNameWithoutOneGetsThatOfTheChosenKind() {
        assertThat(named(kinds.get(0), "conv1.2")).isEqualTo("conv1.2.png");
        assertThat(named(kinds.get(2), "conv1.2")).isEqualTo("conv1.2.pdf");
    }

    @Test
    void theFirstOneGivesWayToAnotherKindThatIsChosen() {
        assertThat(named(kinds.get(2), "figure.png")).isEqualTo("figure.pdf");
    }
}
