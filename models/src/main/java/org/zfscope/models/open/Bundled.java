package org.zfscope.models.open;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.zfscope.models.Network;
import org.zfscope.models.load.dl4j.Dl4jZipLoader;
import org.zfscope.models.zoo.ZfNetS;

/**
 * The network that ships: {@link ZfNetS}, trained by zfscope itself on ten classes of photographs. docs/bundled-network.md
 * tells how, and how good it is.
 */
public final class Bundled {

    /** How it is called where a model is asked for. */
    public static final String NAME = "bundled";

    private static final String RESOURCE = "bundled.zip";

    private Bundled() {}

    /** The trained network. */
    public static Network load() {
        try {
            Path copy = Files.createTempFile("zfscope", ".zip"); // zips are read by their end
            try (InputStream in = open()) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                return new Dl4jZipLoader().load(copy);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(say("models.bundled.bundled-network-needs-temporary", e.getMessage()), e);
        }
    }

    /** The file as it ships, which is a model file like others. */
    public static InputStream open() {
        InputStream in = Bundled.class.getResourceAsStream(RESOURCE);
        if (in == null) {
            throw new IllegalStateException("the build left out " + RESOURCE);
        }
        return in;
    }
}
