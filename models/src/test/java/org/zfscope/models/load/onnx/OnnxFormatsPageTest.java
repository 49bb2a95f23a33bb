package org.zfscope.models.load.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The list of ONNX operators in docs/formats.md is the table's. Where it is not, run this test with
 * {@code -Dzfscope.docs=write}, which writes it anew.
 */
class OnnxFormatsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "formats.md");
    private static final String BEGIN = "<!-- ONNX operators, written by OnnxFormatsPageTest -->\n";
    private static final String END = "<!-- end of the operators -->\n";
    private static final int WIDTH = 160;

    @Test
    void thePageListsTheOperatorsThatThereAre() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        if ("write".equals(System.getProperty("zfscope.docs"))) {
            page = page.substring(0, begin) + list() + page.substring(end);
            Files.writeString(PAGE, page);
            end = page.indexOf(END);
        }
        assertThat(page.substring(begin, end)).isEqualTo(list());
    }

    private static String list() {
        List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
        for (String name : OnnxOperators.names()) {
            StringBuilder line = lines.get(lines.size() - 1);
            if (line.length() + name.length() + 2 > WIDTH) {
                line.append(',');
                lines.add(new StringBuilder(name));
            } else {
                line.append(line.isEmpty() ? "" : ", ").append(name);
            }
        }
        return String.join("\n", lines) + ".\n";
    }
}
