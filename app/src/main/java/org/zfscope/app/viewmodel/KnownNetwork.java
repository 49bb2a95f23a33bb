package org.zfscope.app.viewmodel;

/**
 * A line in the list of networks.
 *
 * @param name what is opened or fetched
 * @param title what is said of it: where weights are random, that; where they are to be fetched, how much comes
 * @param fetch whether it is still to be fetched
 */
public record KnownNetwork(String name, String title, boolean fetch) {}
