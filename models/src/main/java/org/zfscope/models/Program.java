package org.zfscope.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What this program is called in the provenance of its pictures. */
public final class Program {

    private static final String VERSION = read();

    private Program() {}

    /** The version of the build. */
    public static String version() {
        return VERSION;
    }

    private static String read() {
        try (InputStream in = Program.class.getResourceAsStream("program.properties")) {
            if (in == null) {
                throw new IllegalStateException("the build left out program.properties");
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
