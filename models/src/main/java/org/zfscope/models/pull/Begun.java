package org.zfscope.models.pull;

/**
 * The beginning of a file that is there already.
 *
 * @param address it came from
 * @param tag by which its server knows whether it still has the same file
 * @param total bytes of the whole file; 0 if the server did not say
 * @param done bytes that are there
 */
record Begun(String address, String tag, long total, long done) {}
