package org.zfscope.models.compute.onednn;

import java.util.ArrayDeque;
import java.util.Iterator;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Memory outside the heap that is used again: fresh memory costs a page fault every 4 KB, as much time as a pool over it.
 * Pieces begin on cache lines. What lies idle is bounded.
 */
final class Arena implements AutoCloseable {

    private static final long LINE = 64;
    private static final long PAGE = 4096;

    /** Bytes that may lie idle at first, when this may be a command that runs one picture, and later on. */
    private static final long IDLE_FIRST = 32L << 20;

    private static final long IDLE_LATER = 256L << 20;

    /** Pieces after which more is expected. One picture's way through VGG16 and back takes about 200. */
    private static final int MANY = 1000;

    /** One piece: what to free, and the part of it that begins on a cache line. */
    record Piece(BytePointer owner, BytePointer memory, long bytes) {}

    private final ArrayDeque<Piece> idle = new ArrayDeque<>(); // the newest first: it may still be in a cache
    private long idleBytes;
    private long usedBytes;
    private int taken;
    private boolean closed;

    /** Memory with undefined content, of at least so many bytes. */
    synchronized Piece take(long bytes) {
        long rounded = round(bytes);
        taken = Math.min(taken + 1, MANY);
        usedBytes += rounded;
        for (Iterator<Piece> pieces = idle.iterator(); pieces.hasNext(); ) {
            Piece piece = pieces.next();
            if (piece.bytes == rounded) {
                pieces.remove();
                idleBytes -= rounded;
                return piece;
            }
        }
        return allocate(rounded);
    }

    private static long round(long bytes) {
        long unit = bytes < PAGE ? LINE : PAGE;
        return Math.max(unit, (bytes + unit - 1) / unit * unit);
    }

    private static Piece allocate(long bytes) {
        BytePointer owner = new BytePointer(bytes + LINE);
        long skip = (LINE - owner.address() % LINE) % LINE;
        Pointer memory = owner.getPointer(BytePointer.class, skip);
        return new Piece(owner, new BytePointer(memory).capacity(bytes), bytes);
    }

    synchronized void giveBack(Piece piece) {
        usedBytes -= piece.bytes;
        idleBytes += piece.bytes;
        idle.addFirst(piece);
        trim(idleLimit());
    }

    private long idleLimit() {
        if (closed) {
            return 0;
        }
        return taken < MANY ? IDLE_FIRST : IDLE_LATER;
    }

    /** Gives the oldest idle pieces back to the system. */
    private void trim(long limit) {
        while (idleBytes > limit) {
            Piece piece = idle.removeLast();
            idleBytes -= piece.bytes;
            piece.owner.deallocate();
        }
    }

    synchronized long usedBytes() {
        return usedBytes;
    }

    synchronized long idleBytes() {
        return idleBytes;
    }

    /** Frees what is idle now, and everything else as it comes back. */
    @Override
    public synchronized void close() {
        closed = true;
        trim(0);
    }
}
