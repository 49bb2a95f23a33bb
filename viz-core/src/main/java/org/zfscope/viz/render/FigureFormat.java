package org.zfscope.viz.render;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.zfscope.models.io.AtomicFile;

/** What a figure may be written as, by the ending of its file's name. */
public enum FigureFormat {
    /** Pixels. */
    PNG {
        @Override
        public AtomicFile.Content content(Drawing drawing, Provenance provenance) {
            return Png.content(drawing.picture(), provenance);
        }
    },
    /** Vectors for browsers and drawing programs. */
    SVG {
        @Override
        public AtomicFile.Content content(Drawing drawing, Provenance provenance) {
            return Svg.content(drawing, provenance);
        }
    },
    /** Vectors for papers. */
    PDF {
        @Override
        public AtomicFile.Content content(Drawing drawing, Provenance provenance) {
            return Pdf.content(drawing, provenance);
        }
    };

    /** The same drawing and provenance give the same bytes. */
    public abstract AtomicFile.Content content(Drawing drawing, Provenance provenance);

    /** By a file's name; PNG where its ending is none of these. */
    public static FigureFormat of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> name.endsWith(format.ending()))
                .findFirst()
                .orElse(PNG);
    }

    /** With its dot. */
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /**
     * Writes a whole file or none, in the format that its name says.
     *
     * @throws org.zfscope.models.io.InputException if the file cannot be written
     */
    public static void write(Path file, Drawing drawing, Provenance provenance) {
        AtomicFile.write(file, of(file).content(drawing, provenance));
    }
}
