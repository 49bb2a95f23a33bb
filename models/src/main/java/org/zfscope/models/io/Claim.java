package org.zfscope.models.io;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * One process's claim to write a file over and over, by a locked file beside it that says who has it. The system gives the
 * lock back whatever ends the process, so a claim outlives nobody. Where the file system has no locks there are no claims.
 */
public final class Claim implements AutoCloseable {

    /** Beyond what is written, so that on every system others can read that. */
    private static final long PLACE = 1 << 20;

    /** All that this process has. */
    private static final Set<Claim> HELD = ConcurrentHashMap.newKeySet();

    private final Path lock;
    private final FileChannel channel;

    private Claim(Path lock, FileChannel channel) {
        this.lock = lock;
        this.channel = channel;
        HELD.add(this);
    }

    /**
     * Does work that only one process may do at a time.
     *
     * @throws InputException if another process does, and which
     */
    public static <T> T during(Path file, Supplier<T> work) {
        Claim claim = on(file);
        try {
            return work.get();
        } finally {
            claim.close();
        }
    }

    /**
     * Claims a file that need not be there; missing folders are made.
     *
     * @throws InputException if another process has it, and which
     */
    public static Claim on(Path file) {
        Path whole = file.toAbsolutePath();
        Path lock = whole.resolveSibling("." + whole.getFileName() + ".lock");
        try {
            Path folder = Objects.requireNonNull(whole.getParent());
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            Optional<Claim> claim = Optional.empty();
            while (claim.isEmpty()) {
                claim = attempt(file, lock);
            }
            return claim.get();
        } catch (IOException e) {
            throw MachineException.writing(file, e);
        }
    }

    /** Empty if who had the lock removed its file meanwhile: then it is no longer the one that others find. */
    private static Optional<Claim> attempt(Path file, Path lock) throws IOException {
        FileChannel channel;
        Object key;
        try {
            key = key(lock);
            channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        } catch (NoSuchFileException e) {
            Files.write(lock, new byte[0], StandardOpenOption.CREATE);
            return Optional.empty();
        }
        try {
            take(file, lock, channel);
            if (key.equals(key(lock))) {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(owner().getBytes(StandardCharsets.UTF_8)));
                return Optional.of(new Claim(lock, channel));
            }
        } catch (NoSuchFileException e) {
            // removed: once more
        } catch (InputException | IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    private static Object key(Path lock) throws IOException {
        Object key = Files.readAttributes(lock, BasicFileAttributes.class).fileKey();
        return key == null ? lock : key;
    }

    private static void take(Path file, Path lock, FileChannel channel) throws IOException {
        try {
            if (channel.tryLock(PLACE, 1, false) == null) {
                throw taken(file, Files.readString(lock).strip());
            }
        } catch (OverlappingFileLockException e) {
            // reading it would give the lock away: on Unix a process that closes a file has no locks on it any more
            throw taken(file, say("models.claim.program-itself"));
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            // no locks here
        }
    }

    private static InputException taken(Path file, String owner) {
        return InputException.in(
                file,
                owner.isEmpty()
                        ? say("models.claim.being-written-another-process")
                        : say("models.claim.being-written-wait-end", owner));
    }

    private static String owner() {
        return say(
                "models.claim.process-since",
                ProcessHandle.current().pid(),
                LocalDateTime.now(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")));
    }

    /** Gives all files free: the process ends. */
    static void end() {
        HELD.forEach(Claim::close);
    }

    /** Gives the file free. */
    @Override
    public void close() {
        HELD.remove(this);
        try (channel) {
            Files.deleteIfExists(lock);
        } catch (IOException e) {
            // it only lies about; the next claim takes it over
        }
    }
}
