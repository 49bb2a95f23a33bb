package org.zfscope.app;

import static org.zfscope.models.words.Words.say;

import java.io.File;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import org.zfscope.app.task.WarmUp;
import org.zfscope.cli.StandardOutput;
import org.zfscope.cli.Zfscope;
import org.zfscope.models.Engines;
import org.zfscope.models.settings.Settings;
import org.zfscope.models.words.Language;

/** The program's entry point: the command line when given a command, else the window, with the files that were given. */
public final class Launcher {

    /** Held on to, as loggers that nobody holds forget their level. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Launcher() {}

    public static void main(String[] arguments) {
        // pictures' letters are drawn by AWT, which must not look for a screen, nor for macOS's main thread
        System.setProperty("java.awt.headless", "true");
        Language.chosen(Settings.usual().spoken().map(Language::code)).speak();
        if (arguments.length > 0 && !areFiles(arguments)) {
            System.exit(run(arguments));
        }
        prepare();
        try {
            Application.launch(Desktop.class, arguments);
        } catch (RuntimeException | LinkageError e) {
            System.err.println(say("app.launcher.zfscope", windowless(e)));
            System.exit(1);
        }
    }

    /** A desktop opens files with a program by naming them; a command's name is never taken for a file. */
    static boolean areFiles(String... arguments) {
        return !Zfscope.isCommand(arguments[0])
                && Arrays.stream(arguments).allMatch(argument -> new File(argument).exists());
    }

    /** JavaFX asks for a screen before there is anything of ours to tell with. */
    static String windowless(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String why = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return say("app.launcher.window-cannot-open-start", why.isEmpty() ? cause.toString() : why);
    }

    /** What can be done before the window is there. */
    static void prepare() {
        // JavaFX warns of being started from the class path, which works
        JAVAFX.setLevel(Level.SEVERE);
        // a second's work that the toolkit need not wait for
        WarmUp.run(() -> Engines.usual().load());
    }

    private static int run(String[] arguments) {
        PrintWriter err = new PrintWriter(System.err, true, StandardOutput.charset());
        int code = Zfscope.run(StandardOutput.writer(), err, arguments);
        err.flush();
        return code;
    }
}
