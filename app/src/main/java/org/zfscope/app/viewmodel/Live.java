package org.zfscope.app.viewmodel;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.zfscope.app.live.FrameStream;
import org.zfscope.app.task.Executor;
import org.zfscope.app.task.Feed;
import org.zfscope.viz.exhibit.Subject;

/**
 * Live input: the film's pictures as frames of a video, or a stream of frames from a camera or a file. Frames for which
 * there is no time are dropped, never queued.
 */
public final class Live {

    private static final double SECOND = 1e9;

    private final Executor executor;
    private final Inspector inspector;
    private final FilmStrip pictures;
    private final BooleanProperty on = new SimpleBooleanProperty();
    private final BooleanProperty frozen = new SimpleBooleanProperty();
    private final FrameRate rate = new FrameRate();
    private final FrameFiles files = new FrameFiles();
    private Optional<String> stream = Optional.empty();
    private Optional<Feed> feed = Optional.empty();
    private boolean writing;
    private long start;
    private long frame;
    private long taken;

    Live(Executor executor, Inspector inspector, FilmStrip pictures) {
        this.executor = executor;
        this.inspector = inspector;
        this.pictures = pictures;
        on.addListener((o, before, now) -> turn(now));
    }

    private void turn(boolean now) {
        start = 0;
        taken = 0;
        writing = false;
        frozen.set(false);
        rate.clear();
        feed.ifPresent(Feed::close);
        feed = now ? stream.map(FrameStream::of).map(Feed::new) : Optional.empty();
    }

    /** Plays a stream: an HTTP address, or a file of frames. */
    public void play(String name) {
        on.set(false);
        stream = Optional.of(name);
        inspector.message().set(Optional.empty());
        on.set(true);
    }

    /** Other pictures are open now; what plays next is the film. */
    void leaveStream() {
        if (stream.isPresent()) {
            on.set(false);
            stream = Optional.empty();
        }
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
        return rate.text();
    }

    /** Called before every picture of the screen; shows the frame that is due, if the last one has been. */
    public void tick(long nanos) {
        if (!on.get() || frozen.get()) {
            return;
        }
        if (start == 0) {
            start = nanos;
            frame = -1;
            rate.begin(nanos);
        }
        feed.ifPresentOrElse(this::ofStream, () -> ofFilm(nanos));
        rate.tick(nanos);
    }

    private void ofFilm(long nanos) {
        List<Path> film = pictures.all();
        long due = (long) ((nanos - start) / SECOND * FrameStream.FRAMES_A_SECOND);
        if (due > frame && !film.isEmpty() && !inspector.busy().get()) {
            rate.dropped(due - frame - 1);
            rate.shown();
            frame = due;
            // no openPicture: the film takes no message away
            Path picture = film.get((int) (due % film.size()));
            inspector.choices().picture().set(Optional.of(picture));
        }
    }

    private void ofStream(Feed frames) {
        if (inspector.message().get().isPresent()) {
            on.set(false); // a frame that cannot be used; the message stays
        } else if (!inspector.busy().get() && !writing) {
            long came = frames.came();
            frames.newest().ifPresentOrElse(jpeg -> show(jpeg, came), () -> frames.failure()
                    .ifPresent(this::fail));
        }
    }

    private void show(byte[] jpeg, long came) {
        rate.dropped(Math.max(0, came - taken - 1));
        rate.shown();
        taken = Math.max(came, taken + 1);
        writing = true;
        Optional<Path> pinned = inspector.choices().pinned().get().flatMap(Subject::picture);
        executor.errand(
                ticket -> {
                    Path file = files.write(jpeg, pinned);
                    ticket.hand(() -> arrive(file));
                },
                this::fail);
    }

    private void arrive(Path file) {
        if (on.get() && writing) {
            writing = false;
            inspector.openPicture(file);
        }
    }

    private void fail(Throwable failure) {
        on.set(false);
        inspector.tell(failure);
    }

    /** Frames that were shown go. On the compute thread. */
    void tidyUp() {
        files.delete();
    }
}
