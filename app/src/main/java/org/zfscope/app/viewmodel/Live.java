package org.zfscope.app.viewmodel;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * The film as a live input: its pictures are frames of a video, shown as they would come from a camera. Frames for which
 * there is no time are dropped, never queued.
 */
public final class Live {

    /** Frames a second that the film has. */
    static final int FRAMES_A_SECOND = 25;

    private static final double SECOND = 1e9;

    private final Inspector inspector;
    private final Pictures pictures;
    private final BooleanProperty on = new SimpleBooleanProperty();
    private final BooleanProperty frozen = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper rate = new ReadOnlyStringWrapper("");
    private long start;
    private long frame;
    private long shown;
    private long dropped;
    private long since;

    Live(Inspector inspector, Pictures pictures) {
        this.inspector = inspector;
        this.pictures = pictures;
        on.addListener((o, before, now) -> {
            start = 0;
            frozen.set(false);
            rate.set("");
        });
    }

    /** Whether frames come. */
    public BooleanProperty on() {
        return on;
    }

    /** Whether the frame that is shown stays. */
    public BooleanProperty frozen() {
        return frozen;
    }

    /** Frames a second that are shown, and how many were dropped. */
    public ReadOnlyStringProperty rate() {
        return rate.getReadOnlyProperty();
    }

    /** Called before every picture of the screen; shows the frame that is due, if the last one has been. */
    public void tick(long nanos) {
        List<Path> film = pictures.all();
        if (!on.get() || frozen.get() || film.isEmpty()) {
            return;
        }
        if (start == 0) {
            begin(nanos);
        }
        long due = (long) ((nanos - start) / SECOND * FRAMES_A_SECOND);
        if (due > frame && !inspector.busy().get()) {
            dropped += due - frame - 1;
            frame = due;
            shown++;
            inspector.openPicture(film.get((int) (due % film.size())));
        }
        if (nanos - since >= SECOND) {
            rate.set(String.format(
                    Locale.ROOT, "%.1f frames a second, %d dropped", shown * SECOND / (nanos - since), dropped));
            since = nanos;
            shown = 0;
        }
    }

    private void begin(long nanos) {
        start = nanos;
        since = nanos;
        frame = -1;
        shown = 0;
        dropped = 0;
    }
}
