package org.zfscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zfscope.models.words.Words;

/** The command line as one reads it who speaks Chinese. */
class ChineseTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void speakChinese() {
        Words.speak(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void speakEnglish() {
        Words.speak(Locale.ENGLISH);
    }

    @Test
    void aCommandSaysWhatItFound() {
        assertThat(run("describe", "bundled")).isZero();
        assertThat(out.toString().lines().findFirst()).contains("bundled：输入 3 x 128 x 128，25 层，1,206,314 个参数，10 个类别名称");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void columnsStandBelowTheirHeads() {
        run("describe", "bundled");
        List<String> table =
                out.toString().lines().dropWhile(line -> !line.startsWith("层")).toList();
        assertThat(before(table.get(0), "感受野")).isEqualTo(before(table.get(1), "7 / 2"));
        assertThat(before(table.get(0), "输出")).isEqualTo(before(table.get(1), "48 x"));
    }

    private static int before(String line, String cell) {
        return Columns.width(line.substring(0, line.indexOf(cell)));
    }

    @Test
    void helpIsChineseDownToTheLastOption() {
        assertThat(run("project", "--help")).isZero();
        assertThat(out.toString())
                .startsWith("用法：" + System.lineSeparator() + "  zfscope project")
                .contains("显示本帮助并退出。")
                .contains("退出码：")
                .doesNotContain("Usage", "Show ", "Print ", "Usually");
        assertThat(out.toString().lines()).allMatch(line -> Columns.width(line) <= 80);
    }

    @ParameterizedTest
    @CsvSource({
        "--bogus, 未知的选项：'--bogus'",
        "--top x, '--top：应为整数，实际为 ''x'''",
        "--top, --top：缺少取值",
        "--top 0, --top 0：应为整数，从 1 到 1000000",
        "--fit no, '--fit：应为 [CROP, STRETCH, PAD] 之一，实际为 ''no'''",
        "'--fit pad --fit pad', --fit：只能给出一次",
    })
    void wrongUsageIsExplained(String options, String said) {
        assertThat(run(("classify bundled a.png " + options).split(" "))).isEqualTo(2);
        assertThat(err.toString()).startsWith("zfscope：").contains(said).contains("（用 --help 查看说明）");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(run("classify")).isEqualTo(2);
        assertThat(err.toString()).startsWith("zfscope：缺少：'MODEL'");
    }

    @Test
    void badInputIsOneLine(@TempDir Path folder) {
        assertThat(run("classify", "bundled", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).isEqualToIgnoringNewLines("zfscope：" + folder + ": 是文件夹，应为图片文件");
    }

    @Test
    void whatProgramsReadStaysEnglish() {
        assertThat(run("describe", "bundled", "--json")).isZero();
        assertThat(out.toString()).contains("\"layers\"").doesNotContainPattern("\\p{IsHan}");
    }

    @Test
    void whatMadeAPictureIsWrittenInEnglish(@TempDir Path folder) {
        Path scene = folder.resolve("scene.png");
        Path maps = folder.resolve("maps.png");
        assertThat(run("chart", "scene", "-o", scene.toString())).isZero();
        assertThat(run("maps", "random:zfnet", scene.toString(), "--layer", "conv1", "-o", maps.toString()))
                .as(err.toString())
                .isZero();
        assertThat(run("show", maps.toString())).isZero();
        assertThat(out.toString())
                .contains("weights: random weights (seed 1)", "usual for this architecture")
                .doesNotContainPattern("\\p{IsHan}");
    }

    private int run(String... arguments) {
        return Zfscope.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
