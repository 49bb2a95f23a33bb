package org.zfscope.models;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the pictures, weights and reference outputs that lie beside the checkout and never in it. */
public final class SharedData {

    private SharedData() {}

    /** The file or folder; where it is missing the test fails under CI=true and is skipped, saying so, elsewhere. */
    public static Path require(String path) {
        Path found = Path.of(System.getProperty("zfscope.shared", "../../shared"))
                .resolve(path)
                .normalize();
        if (!Files.exists(found)) {
            String missing = found.toAbsolutePath() + " is missing, so this test cannot run";
            if ("true".equals(System.getenv("CI"))) {
                fail(missing);
            }
            System.err.println("SKIPPED: " + missing);
            assumeTrue(false, missing);
        }
        return found;
    }
}
