package org.zfscope.cluster;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** This machine's files under the scheme {@code flaky}, some of which cannot be opened now and then. */
public final class FlakyFileSystem extends RawLocalFileSystem {

    private static final int EVERY = 17;

    static final AtomicInteger OPENED = new AtomicInteger();

    @Override
    public URI getUri() {
        return URI.create("flaky:///");
    }

    @Override
    public void initialize(URI uri, Configuration conf) throws IOException {
        super.initialize(uri, conf);
        setConf(conf);
    }

    @Override
    public FSDataInputStream open(Path file, int buffer) throws IOException {
        if (OPENED.incrementAndGet() % EVERY == 0) {
            throw new IOException("the line is down");
        }
        return super.open(file, buffer);
    }
}
