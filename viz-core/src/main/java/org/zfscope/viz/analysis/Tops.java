package org.zfscope.viz.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a scan has found.
 *
 * @param done how many of the data set's pictures, from its first on, are behind it, skipped ones too
 * @param skipped pictures that could not be read
 * @param layers by name, in the order asked for
 */
public record Tops(int done, List<Skipped> skipped, Map<String, LayerTops> layers) {

    /** A picture that could not be read, and why. */
    public record Skipped(String path, String problem) {}

    /** As it is now, to be kept while the scan goes on. */
    public Tops copy() {
        Map<String, LayerTops> copies = new LinkedHashMap<>();
        layers.forEach((name, found) -> copies.put(name, found.copy()));
        return new Tops(done, skipped, copies);
    }
}
