package org.zfscope.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What this process holds, in bytes.
 *
 * @param heap Java objects that are still in use
 * @param resident everything of the process that lies in main memory; 0 where the system does not tell
 */
record Memory(long heap, long resident) {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int COLLECTIONS = 3;

    /** After garbage is collected; native memory of objects that are gone is freed by then too. */
    static Memory now() throws Exception {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return new Memory(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), residentNow());
    }

    /** Linux only. */
    private static long residentNow() throws IOException {
        if (!Files.exists(STATUS)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(l -> l.startsWith("VmRSS:"))
                    .mapToLong(l -> 1024 * Long.parseLong(l.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        }
    }
}
