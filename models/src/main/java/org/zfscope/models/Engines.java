package org.zfscope.models;

import org.zfscope.models.compute.Engine;
import org.zfscope.models.compute.nd4j.Nd4jEngine;

/** The engines that networks can run on. */
public final class Engines {

    private static final Engine ND4J = new Nd4jEngine();

    private Engines() {}

    /** The one that networks run on unless they are told otherwise. */
    public static Engine usual() {
        return ND4J;
    }
}
