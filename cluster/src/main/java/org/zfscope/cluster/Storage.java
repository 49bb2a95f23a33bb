package org.zfscope.cluster;

import static org.zfscope.models.words.Words.say;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.MachineException;

/** Hadoop's file systems, with what the job's configuration says of them; on the driver and in tasks alike. */
final class Storage {

    private static final long MOST_TEXT = 1L << 30;

    /** One a process: to make one takes longer than to read a picture. */
    private static final ConcurrentMap<SparkEnv, Configuration> CONFIGURATIONS = new ConcurrentHashMap<>();

    private Storage() {}

    private static Configuration configuration() {
        return CONFIGURATIONS.computeIfAbsent(
                SparkEnv.get(), env -> SparkHadoopUtil.get().newConfiguration(env.conf()));
    }

    private static FileSystem system(Path path) throws IOException {
        return path.getFileSystem(configuration());
    }

    /** With its file system, so that it means the same on every machine. */
    static String qualified(String path) {
        try {
            Path given = new Path(path);
            return system(given).makeQualified(given).toString();
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException(say("cluster.storage.place", path, e.getMessage()), e);
        }
    }

    /** A file's bytes, at most so many. */
    static byte[] bytes(String path, int most) {
        try (InputStream in = open(path)) {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    static InputStream open(String path) throws IOException {
        Path file = new Path(path);
        return system(file).open(file);
    }

    static List<String> lines(String path) {
        try (InputStream in = open(path)) {
            String text =
                    new String(in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, MOST_TEXT)), StandardCharsets.UTF_8);
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** All files in a folder and the folders in it that are not hidden, by their paths from it on. */
    static List<String> files(String folder) {
        Path root = new Path(folder);
        try {
            FileSystem system = system(root);
            if (!system.getFileStatus(root).isDirectory()) {
                throw new InputException(say("cluster.storage.folder", folder));
            }
            List<String> found = new ArrayList<>();
            enter(system, root, "", found);
            return found;
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static void enter(FileSystem system, Path folder, String before, List<String> found) throws IOException {
        for (FileStatus entry : system.listStatus(folder)) {
            String name = entry.getPath().getName();
            if (name.startsWith(".")) {
                continue;
            }
            if (entry.isDirectory()) {
                enter(system, entry.getPath(), before + name + "/", found);
            } else {
                found.add(before + name);
            }
        }
    }

    /** The files that a pattern such as {@code shards/*.tar} means, in order. */
    static List<String> matches(String pattern) {
        Path path = new Path(pattern);
        try {
            FileStatus[] found = system(path).globStatus(path);
            return found == null
                    ? List.of()
                    : Arrays.stream(found)
                            .map(file -> file.getPath().toString())
                            .sorted()
                            .toList();
        } catch (IOException e) {
            throw unreadable(pattern, e);
        }
    }

    static InputException unreadable(String path, IOException e) {
        return e instanceof FileNotFoundException
                ? new MachineException(say("cluster.storage.missing", path), e)
                : new MachineException(say("cluster.storage.unreadable", path, e.getMessage()), e);
    }
}
