package org.zfscope.benchmarks;

import org.nd4j.linalg.factory.Nd4j;

/** The least that a program on ND4J can do: how long its start takes is what a command's start is compared with. */
public final class EmptyNd4j {

    private EmptyNd4j() {}

    public static void main(String[] arguments) {
        System.out.println(Nd4j.zeros(1));
    }
}
