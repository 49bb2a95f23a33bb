package org.zfscope.models.load.keras;

/** What one class of Keras' layers becomes. */
@FunctionalInterface
interface KerasKind {

    /**
     * Makes the layers for one use.
     *
     * @return what the last of them gives
     * @throws IllegalArgumentException if zfscope cannot do it
     */
    KerasValue apply(KerasUse use);
}
