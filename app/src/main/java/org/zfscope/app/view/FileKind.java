package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.zfscope.viz.render.FigureFormat;

/**
 * What a file may be saved as.
 *
 * @param word for people
 * @param ending with its dot
 */
public record FileKind(String word, String ending) {

    /** All that a figure may be, this one first. */
    static List<FileKind> figures(FigureFormat first) {
        return of(first)
                .before(Stream.of(FigureFormat.values()).map(FileKind::of).toList());
    }

    private static FileKind of(FigureFormat format) {
        return new FileKind(say("app.file-kind.figure", format.name()), format.ending());
    }

    /** All of them with this one first. */
    List<FileKind> before(List<FileKind> kinds) {
        return Stream.concat(Stream.of(this), kinds.stream()).distinct().toList();
    }

    /**
     * The file with the ending that not every system's dialog adds: the one in its name, or this one's where the name has
     * none or was left with the first one's.
     *
     * @param kinds that could be chosen; this one was
     */
    Path named(Path typed, List<FileKind> kinds) {
        FileKind first = kinds.get(0);
        if (!equals(first) && first.fits(typed)) {
            return typed.resolveSibling(first.bare(typed) + ending);
        }
        return kinds.stream().anyMatch(kind -> kind.fits(typed))
                ? typed
                : typed.resolveSibling(typed.getFileName() + ending);
    }

    private boolean fits(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /** The name of such a file without its ending. */
    String bare(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - ending.length());
    }
}
