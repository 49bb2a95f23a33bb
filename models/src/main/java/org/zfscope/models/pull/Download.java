package org.zfscope.models.pull;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import org.zfscope.models.Progress;
import org.zfscope.models.io.InputException;

/** Brings the bytes of a file from a server, and goes on where it broke off, now or at another start of the program. */
final class Download {

    private static final int BUFFER = 1 << 16;

    /** Though each of them brought something. */
    private static final int MOST_TRIES = 50;

    private final HttpClient client;
    private final Offer offer;
    private final Part part;
    private final Patience patience;
    private final Progress progress;

    /** @param progress told of bytes; a total of 0 is one that nobody knows */
    Download(HttpClient client, Offer offer, Part part, Patience patience, Progress progress) {
        this.client = client;
        this.offer = offer;
        this.part = part;
        this.patience = patience;
        this.progress = progress;
    }

    /**
     * Until all bytes are there that the server announces.
     *
     * @throws InputException if they do not come; what came stays, to be gone on with
     */
    void from(URI address) throws IOException {
        IOException last = new IOException(offer.name());
        long before = Cache.size(part.bytes());
        int failures = 0;
        for (int i = 0; i < MOST_TRIES && failures < patience.tries(); i++) {
            try {
                if (once(address)) {
                    return;
                }
                last = new IOException(say("models.download.changed-while-fetched"));
            } catch (IOException e) {
                last = e;
            }
            long there = Cache.size(part.bytes());
            failures = there > before ? 1 : failures + 1; // as long as it comes on, it is worth while
            before = Math.max(there, before);
            pause();
        }
        throw refused(address, last);
    }

    private void pause() throws IOException {
        try {
            patience.check().run();
            Thread.sleep(patience.pause().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private InputException refused(URI address, IOException last) {
        String why = last instanceof HttpTimeoutException
                ? say("models.download.silent", patience.silence().toSeconds())
                : String.valueOf(last.getMessage());
        long there = Math.max(0, Cache.size(part.bytes()));
        return new InputException(
                there > 0
                        ? say("models.download.broke-off", address, why, Megabytes.text(there))
                        : say("models.download.cannot", address, why),
                last);
    }

    /** Whether it is complete; if not, it has to be asked for again. */
    private boolean once(URI address) throws IOException {
        Optional<Begun> begun = part.begun(address);
        if (begun.filter(b -> b.total() > 0 && b.done() == b.total()).isPresent()) {
            return true;
        }
        if (begun.filter(b -> b.total() > 0 && b.done() > b.total()).isPresent()) {
            part.remove();
            return false;
        }
        try (Answer answer = Answer.of(client, address, begun, patience)) {
            if (answer.code() == Answer.WHOLE) {
                return whole(address, answer);
            }
            if (begun.isEmpty() || !fits(answer, begun.get())) {
                part.remove();
                return false;
            }
            return take(answer, part.goOn(), begun.get().done(), answer.total().orElse(0L));
        }
    }

    /** A rest that is not the rest of what is there is of no use. */
    private static boolean fits(Answer answer, Begun begun) {
        return answer.code() == Answer.REST
                && answer.goesOn(begun.done())
                && (begun.total() == 0 || answer.total().equals(Optional.of(begun.total())))
                && (answer.header("ETag").isEmpty() || answer.tag().equals(Optional.of(begun.tag())));
    }

    private boolean whole(URI address, Answer answer) throws IOException {
        if (answer.header("Content-Type")
                .filter(type -> type.startsWith("text/html"))
                .isPresent()) {
            throw new InputException(say("models.download.page", address)); // and what is there already stays
        }
        long total = answer.total().orElse(0L);
        if (offer.bytes().isPresent() && total > 0 && total != offer.bytes().get()) {
            throw new InputException(say(
                    "models.download.other-size", address, total, offer.bytes().get()));
        }
        if (total > offer.limit()) {
            throw new InputException(say("models.download.too-large", address, total, offer.limit()));
        }
        return take(answer, part.begin(address, answer.tag(), total), 0, total);
    }

    private boolean take(Answer answer, OutputStream opened, long before, long total) throws IOException {
        long most = total > 0 ? total : offer.limit();
        long done = before;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = opened;
                InputStream in = answer.body()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (done + n > most) {
                    part.remove();
                    throw new InputException(say("models.download.more-than-said", answer.address(), most));
                }
                out.write(buffer, 0, n);
                done += n;
                progress.report(done, total);
            }
        }
        if (done < total) {
            throw new IOException(say("models.download.ended-early", Megabytes.text(done), Megabytes.text(total)));
        }
        return true;
    }
}
