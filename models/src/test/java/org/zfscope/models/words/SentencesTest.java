package org.zfscope.models.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String f(int n) { return \"is no folder\"; }",
                "String f(int n) { return \"layer \" + n; }",
                "String f(int n) { return n + \" maps\"; }",
                "String f(int n) { return n + (n == 1 ? \" map of a layer\" : \"\"); }",
                "String f(int n) { return String.format(\"epoch %d\", n); }",
                "String f(int n) { return String.format(\"%,d pictures\", n); }",
                "String f(int n) { throw new IllegalArgumentException(\"one input expected, found \" + n); }",
                "String f(int n) { return (\"a layer \" + n).replace('a', 'b'); }",
                "enum E { A(\"strongest neuron\"); E(String word) {} }",
                "@Option(names = \"-x\", description = \"What it does.\") int x;",
            })
    void sentencesAreFound(String member, @TempDir Path folder) throws IOException {
        assertThat(sources(folder, member).sentences()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String f(int n) { return \"layer:\" + n + \"@map\"; }",
                "String f(int n) { return \"scan-folder\"; }",
                "String f(String s) { return s.replaceAll(\"one two\", \"\"); }",
                "String f(int n) { throw new IllegalStateException(\"layer \" + n + \" is gone\"); }",
                "@SuppressWarnings(\"not a sentence\") int x;",
                "void f(int n) { Status.check(n, \"take memory\"); }",
                "Object f() { return DateTimeFormatter.ofPattern(\"yyyy-MM-dd HH:mm\"); }",
                "@Option(names = \"-x\", descriptionKey = \"cli.place.x\") int x;",
                "String f(int n) { return say(\"models.place.words\", n); }",
            })
    void whatNobodyReadsIsNot(String member, @TempDir Path folder) throws IOException {
        assertThat(sources(folder, member).sentences()).isEmpty();
    }

    @Test
    void keysAreFoundWithTheirArguments(@TempDir Path folder) throws IOException {
        assertThat(sources(
                                folder,
                                "String f(int n) { return say(\"models.a.b\", n, 2) + Words.say(\"models.a.c\"); }"
                                        + " String d = \"models.a.d\"; @Command(description = \"${bundle:cli.a.e}\") int e;")
                        .keys())
                .extracting(key -> key.name() + " " + key.arguments())
                .containsExactly("models.a.b 2", "models.a.c 0", "models.a.d -1", "cli.a.e -1");
    }

    private static MainSources sources(Path folder, String member) throws IOException {
        Files.writeString(folder.resolve("Some.java"), "package org.zfscope; class Some { " + member + " }");
        return new MainSources(folder);
    }
}
