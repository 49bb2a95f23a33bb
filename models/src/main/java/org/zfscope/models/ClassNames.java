package org.zfscope.models;

import java.util.List;
import org.zfscope.models.Preprocessing.Source;

/**
 * What a network's classes are called.
 *
 * @param names in the order of the output's units; empty if not known
 * @param source who says so
 */
public record ClassNames(List<String> names, Source source) {

    public ClassNames {
        names = List.copyOf(names);
    }

    /** Nobody knows. */
    public static ClassNames unknown() {
        return new ClassNames(List.of(), Source.FILE);
    }
}
