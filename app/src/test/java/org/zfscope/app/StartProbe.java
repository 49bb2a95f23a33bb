package org.zfscope.app;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Application;
import javafx.stage.Stage;
import org.zfscope.app.viewmodel.Inspector;
import org.zfscope.models.Engines;

/** The program as {@link Launcher} starts it, in a process of its own, telling when it has got how far. */
public final class StartProbe {

    private StartProbe() {}

    public static void main(String[] arguments) {
        mark("virtual machine");
        Launcher.prepare();
        Thread natives = new Thread(() -> {
            Engines.usual().load();
            mark("native libraries loaded");
        });
        natives.setDaemon(true);
        natives.start();
        Application.launch(Watched.class);
    }

    /** The application, watched. A main class that is one itself would need JavaFX as a module. */
    public static final class Watched extends Application {

        private final AtomicBoolean shown = new AtomicBoolean();
        private final AtomicBoolean painted = new AtomicBoolean();

        @Override
        public void start(Stage stage) {
            mark("toolkit");
            Desktop desktop = new Desktop();
            desktop.start(stage);
            mark("window built");
            Inspector inspector = desktop.bench().inspector();
            inspector.results().network().addListener(o -> mark("network read"));
            inspector.results().seen().addListener(o -> mark("forward"));
            stage.getScene().addPostLayoutPulseListener(() -> {
                if (shown.compareAndSet(false, true)) {
                    mark("window painted");
                }
                if (!inspector.results().maps().get().tiles().isEmpty() && painted.compareAndSet(false, true)) {
                    mark("first maps painted");
                    Runtime.getRuntime().halt(0);
                }
            });
        }
    }

    private static void mark(String what) {
        long millis = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        System.out.printf(Locale.ROOT, "  %-24s %6d ms%n", what, millis);
    }
}
