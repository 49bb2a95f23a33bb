package org.zfscope.cli.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.zfscope.models.Progress;
import org.zfscope.models.io.AtomicFile;
import org.zfscope.viz.exhibit.Command;

/**
 * Asks all questions, one after the other, and lays the answers out on one page. What a run that ended early has answered
 * is not asked again.
 *
 * @param folder for the page, the pictures and the transcripts
 * @param title the page's
 * @param identity version, network and pictures: answers to another one do not count
 * @param shell runs a command
 */
public record Report(Path folder, String title, String identity, Function<List<String>, Ran> shell) {

    /** The page's file. */
    public static final String PAGE = "index.html";

    /**
     * Runs what has not been run, and writes the page.
     *
     * @return how many questions had no answer
     */
    public int write(List<Section> sections, Progress progress) {
        Page page = new Page(title, identity);
        int failed = 0;
        for (int i = 0; i < sections.size(); i++) {
            progress.report(i, sections.size());
            Section section = sections.get(i);
            Ran ran = answer(section);
            failed += ran.failed() ? 1 : 0;
            page.add(section, command(section), ran, ran.failed() ? List.of() : pictures(section));
        }
        progress.report(sections.size(), sections.size());
        byte[] html = page.html().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(folder.resolve(PAGE), out -> out.write(html));
        return failed;
    }

    private String command(Section section) {
        return new Command(section.command(folder)).text();
    }

    private Ran answer(Section section) {
        Transcript transcript =
                new Transcript(folder.resolve(section.name() + ".txt"), command(section) + "  # " + identity);
        if (transcript.answer().isPresent() && Files.exists(section.place(folder)) == hasPictures(section)) {
            return new Ran(0, transcript.answer().get());
        }
        Ran ran = shell.apply(section.command(folder));
        if (!ran.failed()) {
            transcript.write(ran.words());
        }
        return ran;
    }

    private static boolean hasPictures(Section section) {
        return section.pictures() != Section.Pictures.NONE;
    }

    private List<Path> pictures(Section section) {
        return switch (section.pictures()) {
            case NONE -> List.of();
            case ONE -> List.of(section.place(folder));
            case FOLDER -> Pngs.in(section.place(folder));
        };
    }
}
