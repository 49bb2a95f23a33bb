package org.zfscope.models;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import java.util.Optional;
import org.zfscope.models.compute.Engine;
import org.zfscope.models.compute.nd4j.Nd4jEngine;
import org.zfscope.models.compute.onednn.OneDnn;
import org.zfscope.models.compute.onednn.OneDnnEngine;
import org.zfscope.models.io.InputException;

/** The engines that networks can run on. Native libraries are loaded when one is asked for, not before. */
public final class Engines {

    /** The environment variable that says which engine is the usual one. */
    public static final String VARIABLE = "ZFSCOPE_ENGINE";

    /** The system property that says the same, and goes before it. */
    public static final String PROPERTY = "zfscope.engine";

    private static final Engine ND4J = new Nd4jEngine();

    private Engines() {}

    private static final class OneDnnHolder {
        static final Optional<Engine> ENGINE =
                OneDnn.isAvailable() ? Optional.of(new OneDnnEngine()) : Optional.empty();
    }

    /** Their names, the fastest first. */
    public static List<String> names() {
        return List.of(OneDnnEngine.NAME, Nd4jEngine.NAME);
    }

    /**
     * The one that networks run on unless they are told otherwise: the fastest that this machine has.
     *
     * @throws InputException if the environment asks for one that is not there
     */
    public static Engine usual() {
        return asked().map(Engines::named).orElseGet(() -> OneDnnHolder.ENGINE.orElse(ND4J));
    }

    private static Optional<String> asked() {
        return Optional.ofNullable(System.getProperty(PROPERTY))
                .or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
                .filter(name -> !name.isBlank());
    }

    /**
     * The engine of that name.
     *
     * @throws InputException if there is none, or this machine has not what it needs
     */
    public static Engine named(String name) {
        return switch (name) {
            case Nd4jEngine.NAME -> ND4J;
            case OneDnnEngine.NAME ->
                OneDnnHolder.ENGINE.orElseThrow(() ->
                        new InputException(say("models.engines.engine-needs-onednn-which", name, Nd4jEngine.NAME)));
            default ->
                throw new InputException(say("models.engines.there-engine-there", name, String.join(", ", names())));
        };
    }
}
