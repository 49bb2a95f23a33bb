package org.nd4j.nativeblas;

/**
 * DL4J's layers ask a class of this name, by reflection, whether oneDNN may be used. ND4J 1.0.0-M2.1 has moved the class,
 * so DL4J finds nothing and trains about seven times slower than it can. Nothing else uses this one.
 */
public final class Nd4jCpu {

    private Nd4jCpu() {}

    /** What DL4J asks. */
    public static final class Environment {

        private static final Environment INSTANCE = new Environment();

        private Environment() {}

        public static Environment getInstance() {
            return INSTANCE;
        }

        public boolean isUseMKLDNN() {
            return true;
        }
    }
}
