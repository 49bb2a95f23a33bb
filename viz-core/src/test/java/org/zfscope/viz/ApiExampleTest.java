package org.zfscope.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.image.RgbImage;
import org.zfscope.viz.chart.Chart;
import org.zfscope.viz.render.Png;
import org.zfscope.viz.render.Provenance;

/** The lines that docs/api.md shows to those who use zfscope as a library compile, run, and do what they say. */
class ApiExampleTest {

    private static final List<String> PACKAGES = List.of(
            "java.nio.file",
            "org.zfscope.models",
            "org.zfscope.models.image",
            "org.zfscope.models.open",
            "org.zfscope.models.tensor",
            "org.zfscope.viz",
            "org.zfscope.viz.figure",
            "org.zfscope.viz.render");

    @Test
    void theExampleDrawsWhatAUnitSees(@TempDir Path folder) throws Exception {
        Path picture = folder.resolve("scene.png");
        Path seen = folder.resolve("relu3-9.png");
        Png.write(picture, Chart.SCENE.draw(256), Provenance.of("test"));

        run(example().replace("\"scene.png\"", literal(picture)).replace("\"relu3-9.png\"", literal(seen)), folder);

        RgbImage drawn = ImageFiles.read(seen);
        assertThat(Arrays.stream(drawn.pixels()).distinct()).hasSizeGreaterThan(100);
    }

    private static String literal(Path file) {
        return '"' + file.toString().replace("\\", "\\\\") + '"';
    }

    private static String example() throws Exception {
        Path page = Path.of("..", "docs", "api.md");
        Matcher code = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(page));
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private static void run(String lines, Path folder) throws Exception {
        StringBuilder source = new StringBuilder();
        PACKAGES.forEach(name -> source.append("import ").append(name).append(".*;\n"));
        source.append("public class Example { public static void run() throws Exception {\n")
                .append(lines)
                .append("}}\n");
        Path file = Files.writeString(folder.resolve("Example.java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
        boolean compiled = compiler.getTask(
                        said,
                        null,
                        null,
                        options,
                        null,
                        compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file))
                .call();
        assertThat(compiled).as(said.toString()).isTrue();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            loader.loadClass("Example").getMethod("run").invoke(null);
        }
    }
}
