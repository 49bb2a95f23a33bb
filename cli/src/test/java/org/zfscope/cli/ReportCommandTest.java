package org.zfscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.zfscope.viz.render.Provenance;

/** A whole report of the bundled network about two pictures, in a folder whose name HTML and shells must quote. */
class ReportCommandTest {

    @TempDir
    static Path folder;

    private static Path images;
    private static Path report;
    private static Cli first;

    @BeforeAll
    static void write() {
        images = folder.resolve("a & b <c>");
        report = folder.resolve("report");
        chart("scene", "one");
        chart("shapes", "two");
        first = run();
    }

    private static void chart(String chart, String label) {
        assertThat(Cli.run("chart", chart, "-o", images.resolve(label).resolve(chart + ".png"))
                        .code())
                .isZero();
    }

    private static Cli run() {
        return Cli.run("report", "bundled", "--images", images, "--layers", 1, "-o", report);
    }

    @Test
    void allQuestionsAreAnswered() {
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).contains("14 of 14 questions answered");
    }

    @Test
    void thePageIsWellFormedAndItsPicturesAreInIt() throws Exception {
        List<Element> pictures = elements(page(), "img");

        assertThat(pictures).hasSize(12);
        assertThat(pictures)
                .allSatisfy(img -> assertThat(img.getAttribute("src")).startsWith("data:image/png;base64,iVBOR"));
        assertThat(Files.readString(report.resolve("index.html")))
                .doesNotContain("http")
                .doesNotContain("<script");
    }

    @Test
    void eachEntryOfTheContentsLeadsToASection() throws Exception {
        Document page = page();
        List<String> sections = elements(page, "h2").stream()
                .map(h -> "#" + h.getAttribute("id"))
                .toList();

        assertThat(elements(page, "a")).extracting(a -> a.getAttribute("href")).isEqualTo(sections);
    }

    @Test
    void theCommandsAreThoseThatThePicturesWereMadeBy() throws Exception {
        List<String> commands = elements(page(), "pre").stream()
                .filter(pre -> pre.getAttribute("class").equals("command"))
                .map(Element::getTextContent)
                .toList();

        String made =
                Provenance.read(report.resolve("02-filters.png")).entries().get("command");
        assertThat(commands).contains(made);
        assertThat(commands).anyMatch(command -> command.contains("a & b <c>"));
    }

    @Test
    void aSecondRunAsksOnlyWhatIsMissing() throws IOException {
        List<FileTime> before = times("01-network.txt", "10-explanation.png");
        Files.delete(report.resolve("05-maps.png"));

        assertThat(run().code()).isZero();

        assertThat(report.resolve("05-maps.png")).isNotEmptyFile();
        assertThat(times("01-network.txt", "10-explanation.png")).isEqualTo(before);
    }

    private static List<FileTime> times(String... names) throws IOException {
        List<FileTime> times = new java.util.ArrayList<>();
        for (String name : names) {
            times.add(Files.getLastModifiedTime(report.resolve(name)));
        }
        return times;
    }

    @Test
    void aFolderWithoutPicturesIsRefused(@TempDir Path empty) {
        Cli refused = Cli.run("report", "bundled", "--images", empty, "-o", empty.resolve("report"));

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err().lines()).hasSize(1);
        assertThat(empty.resolve("report")).doesNotExist();
    }

    private static Document page() throws Exception {
        String html = Files.readString(report.resolve("index.html"), StandardCharsets.UTF_8)
                .replace("<!DOCTYPE html>", "");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Document page, String name) {
        NodeList found = page.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
