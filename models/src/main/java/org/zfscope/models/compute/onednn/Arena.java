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

    /** One piece: what to free, and the part of it that begins on a cache line. */
    record Piece(BytePointer owner, BytePointer memory, long bytes) {}

    private final long idleLimit;
    private final ArrayDeque<Piece> idle = new ArrayDeque<>(); // the newest first: it may still be in a cache
    private long idleBytes;
    private long usedBytes;
    private boolean closed;

    /** @param idleLimit bytes that may lie idle */
    Arena(long idleLimit) {
        this.idleLimit = idleLimit;
    }

    /** Memory with undefined content, of at least so many bytes. */
    synchronized Piece take(long bytes) {
        long rounded = round(bytes);
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
        trim(closed ? 0 : idleLimit);
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
