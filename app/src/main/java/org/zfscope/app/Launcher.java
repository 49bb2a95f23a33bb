package org.zfscope.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.zfscope.cli.Zfscope;

/** The program's entry point: the command line when given a command, else the window. */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(Zfscope.run(out, err, arguments));
    }
}
