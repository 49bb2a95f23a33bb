package org.zfscope.app.live;

import static org.zfscope.models.words.Words.say;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.zfscope.app.task.Ticket;
import org.zfscope.models.io.InputException;

/** An answer's bytes, which are written down as they are read, up to a limit. */
final class Recording extends FilterInputStream {

    private static final int STEP = 1 << 16;
    private static final int KILO = 1000;
    private static final int MEGA = 1_000_000;

    private final WebAddress address;
    private final long announced;
    private final long most;
    private final OutputStream out;
    private final Ticket ticket;
    private long came;
    private long told;

    /** @throws InputException if the server announces more than that already */
    Recording(WebAddress address, WebAnswer answer, long most, OutputStream out, Ticket ticket) {
        super(answer.body());
        this.address = address;
        this.announced = answer.length().orElse(0);
        this.most = most;
        this.out = out;
        this.ticket = ticket;
        checkSize(announced);
    }

    private void checkSize(long bytes) {
        if (bytes > most) {
            throw new InputException(say("app.recording.has-more-mb-save", address, most / MEGA));
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int n = super.read(into, from, length);
        if (n > 0) {
            came += n;
            checkSize(came);
            out.write(into, from, n);
            tell();
        }
        return n;
    }

    private void tell() {
        if (came - told >= STEP) {
            told = came;
            ticket.report(came / KILO, announced / KILO);
        }
    }
}
