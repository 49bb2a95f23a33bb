package org.zfscope.app.viewmodel;

/**
 * Something that may be meant by what is typed.
 *
 * @param address that goes there
 * @param about what it is
 */
public record Suggestion(String address, String about) {}
