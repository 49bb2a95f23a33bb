/** The engine that computes through ND4J's operations: simple, correct, and the reference for every other. */
@NullMarked
package org.zfscope.models.compute.nd4j;

import org.jspecify.annotations.NullMarked;
