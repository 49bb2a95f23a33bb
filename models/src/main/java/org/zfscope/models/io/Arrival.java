package org.zfscope.models.io;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer as they arrive; no more are asked for than have been read. {@code HttpClient} limits the wait for
 * the head of an answer, but not that for its next bytes: here a read that waits too long fails, and one that is no longer
 * wanted stops.
 */
public final class Arrival extends InputStream implements HttpResponse.BodySubscriber<InputStream> {

    private static final long SLICE_MILLIS = 50;

    /** What has come; an empty list says that no more does. */
    private final BlockingQueue<List<ByteBuffer>> come = new LinkedBlockingQueue<>();

    private final Deque<ByteBuffer> unread = new ArrayDeque<>();
    private final Duration silence;
    private final Runnable check;
    private volatile Flow.@Nullable Subscription subscription;
    private volatile @Nullable Throwable failure;
    private boolean over;

    /**
     * @param silence longest time without a byte
     * @param check called while a read waits; throws if nobody wants the bytes any more
     */
    public Arrival(Duration silence, Runnable check) {
        this.silence = silence;
        this.check = check;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        if (!bytes.isEmpty()) {
            come.add(bytes);
        }
    }

    @Override
    public void onError(Throwable thrown) {
        failure = thrown;
        come.add(List.of());
    }

    @Override
    public void onComplete() {
        come.add(List.of());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        while (!over && (unread.isEmpty() || !unread.element().hasRemaining())) {
            unread.poll();
            if (unread.isEmpty()) {
                take(next());
            }
        }
        if (over) {
            return end();
        }
        int n = Math.min(most, unread.element().remaining());
        unread.element().get(into, from, n);
        return n;
    }

    private void take(List<ByteBuffer> bytes) {
        over = bytes.isEmpty();
        unread.addAll(bytes);
        Flow.Subscription from = subscription;
        if (!over && from != null) {
            from.request(1);
        }
    }

    private List<ByteBuffer> next() throws IOException {
        long end = System.nanoTime() + silence.toNanos();
        try {
            while (true) {
                check.run();
                List<ByteBuffer> bytes = come.poll(SLICE_MILLIS, TimeUnit.MILLISECONDS);
                if (bytes != null) {
                    return bytes;
                }
                if (System.nanoTime() > end) {
                    throw new HttpTimeoutException(say("models.arrival.bytes-came"));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private int end() throws IOException {
        Throwable why = failure;
        if (why != null) {
            throw new IOException(say("models.arrival.answer-broke-off", why.getMessage()), why);
        }
        return -1;
    }

    @Override
    public void close() {
        Flow.Subscription from = subscription;
        if (from != null) {
            from.cancel();
        }
    }
}
