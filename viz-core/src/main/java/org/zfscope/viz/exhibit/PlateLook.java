package org.zfscope.viz.exhibit;

import static org.zfscope.models.words.Words.say;

import org.zfscope.viz.figure.Palette;
import org.zfscope.viz.render.Provenance;

/**
 * How a {@link Plate} is drawn.
 *
 * @param side of each tile in pixels; more where a unit sees more
 * @param caption what stands below it; may be empty
 */
public record PlateLook(Palette palette, Control control, int side, String caption) {

    /** What is seen when none is chosen. */
    public static final int SIDE = 160;

    /** What each rule is held against. */
    public enum Control {
        /** Nothing. */
        NONE,
        /** The same through shuffled weights [Adebayo2018]. */
        SHUFFLED
    }

    public PlateLook {
        if (side < 16 || side > 2048) {
            throw new IllegalArgumentException(say("viz.plate-look.side", side));
        }
    }

    /** As is usual. */
    public static PlateLook usual() {
        return new PlateLook(Palette.COLOUR, Control.NONE, SIDE, "");
    }

    Provenance describe(Provenance made) {
        return made.with("palette", Command.word(palette)).with("control", Command.word(control));
    }

    Command options(Command command) {
        return command.with("--palette", palette, Palette.COLOUR)
                .with("--control", control, Control.NONE)
                .with("--side", side, SIDE)
                .with("--caption", caption, "");
    }
}
