package org.zfscope.app.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.analysis.Parts;
import org.zfscope.viz.render.Overlay;

/**
 * A picture with its parts marked, as it lies in its file.
 *
 * @param places each with the colour of its part; the last one made is marked more strongly
 */
public record MarkedPicture(Path file, List<Mark> places) {

    /** A place in a colour, 0xRRGGBB. */
    public record Mark(Parts.Place place, int colour) {}

    private static final int PAPER = 0xFFFFFF;

    /** A mark's side, as a share of the picture's. */
    private static final int SHARE = 18;

    public MarkedPicture {
        places = List.copyOf(new ArrayList<>(places));
    }

    /** Reads and draws it. */
    public RgbImage draw() {
        RgbImage drawn = ImageFiles.read(file);
        int half = Math.max(3, Math.min(drawn.width(), drawn.height()) / SHARE / 2);
        for (Mark mark : places) {
            drawn = framed(drawn, mark, half + 1, PAPER, half);
            drawn = framed(drawn, mark, half, mark.colour(), half);
        }
        return drawn;
    }

    private static RgbImage framed(RgbImage picture, Mark mark, int half, int colour, int side) {
        int y = (int) Math.round(mark.place().row());
        int x = (int) Math.round(mark.place().column());
        Window window = new Window(y - half, x - half, 2 * half + 1, 2 * half + 1);
        return Overlay.frame(picture, window, Math.max(1, side / 4), colour);
    }
}
