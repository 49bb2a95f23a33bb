package org.zfscope.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import org.zfscope.app.task.WarmUp;
import org.zfscope.cli.Zfscope;
import org.zfscope.models.Engines;

/** The program's entry point: the command line when given a command, else the window. */
public final class Launcher {

    /** Held on to, as loggers that nobody holds forget their level. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Launcher() {}

    public static void main(String[] arguments) {
        // pictures' letters are drawn by AWT, which must not look for a screen, nor for macOS's main thread
        System.setProperty("java.awt.headless", "true");
        if (arguments.length > 0) {
            System.exit(run(arguments));
        }
        prepare();
        Application.launch(Desktop.class);
    }

    /** What can be done before the window is there. */
    static void prepare() {
        // JavaFX warns of being started from the class path, which works
        JAVAFX.setLevel(Level.SEVERE);
        // a second's work that the toolkit need not wait for
        WarmUp.run(() -> Engines.usual().load());
    }

    private static int run(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = Zfscope.run(out, err, arguments);
        out.flush();
        err.flush();
        return code;
    }
}
