package org.zfscope.models.pull;

import java.time.Duration;

/**
 * How long to wait for a server.
 *
 * @param silence longest without a byte
 * @param pause before it is tried again
 * @param tries how often a file is asked for in a row that breaks off
 * @param check called while waiting; throws if nobody wants it any more
 */
record Patience(Duration silence, Duration pause, int tries, Runnable check) {

    Patience when(Runnable other) {
        return new Patience(silence, pause, tries, other);
    }
}
