package org.zfscope.viz.exhibit;

/** What came of a question, in words. */
public interface Answer {

    /** Maps, lists, texts and numbers for machines, as docs/json.md describes them. */
    Object json();

    /** Lines for people. */
    String text();
}
