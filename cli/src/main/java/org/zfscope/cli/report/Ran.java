package org.zfscope.cli.report;

/**
 * What came of a command.
 *
 * @param code 0 where it did its work
 * @param words what it printed; where it failed, why
 */
public record Ran(int code, String words) {

    boolean failed() {
        return code != 0;
    }
}
