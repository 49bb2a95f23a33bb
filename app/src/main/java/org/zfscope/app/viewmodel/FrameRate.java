package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.zfscope.models.words.Quantities;

/** Counts frames, and says every second how many were shown and how many dropped. */
final class FrameRate {

    private static final double SECOND = 1e9;

    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private long shown;
    private long dropped;
    private long since;

    void clear() {
        text.set("");
    }

    void begin(long nanos) {
        since = nanos;
        shown = 0;
        dropped = 0;
    }

    void shown() {
        shown++;
    }

    void dropped(long frames) {
        dropped += frames;
    }

    void tick(long nanos) {
        if (nanos - since >= SECOND) {
            text.set(say(
                    "app.frame-rate.frames-second-dropped",
                    Quantities.fixed(shown * SECOND / (nanos - since), 1),
                    dropped));
            since = nanos;
            shown = 0;
        }
    }

    ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }
}
