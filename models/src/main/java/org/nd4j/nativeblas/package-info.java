/** Stands where DL4J 1.0.0-M2.1 looks for a class that ND4J has moved; see {@link org.nd4j.nativeblas.Nd4jCpu}. */
@NullMarked
package org.nd4j.nativeblas;

import org.jspecify.annotations.NullMarked;
