package org.zfscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.zfscope.app.task.Compute;
import org.zfscope.app.view.Window;
import org.zfscope.app.viewmodel.Workbench;
import org.zfscope.models.image.RgbImage;

/** The real window on a real screen such as Xvfb's, driven by a robot's mouse and keys. */
final class Screen {

    private static final CountDownLatch STARTED = new CountDownLatch(1);
    private static boolean starting;

    private final Workbench bench = new Workbench(new Compute(Platform::runLater));
    private final Scene scene;
    private final Stage stage;
    private final Robot robot;

    Screen(double width, double height) throws Exception {
        this(width, height, 0, 0);
    }

    Screen(double width, double height, double x, double y) throws Exception {
        startToolkit();
        Object[] made = on(() -> {
            bench.dark().addListener((o, before, now) -> theme(now));
            theme(false);
            Window window = new Window(bench);
            Scene shown = new Scene(window.root(), width, height);
            Stage on = new Stage();
            on.setScene(shown);
            on.setX(x);
            on.setY(y);
            on.show();
            window.listen(shown);
            return new Object[] {shown, on, new Robot()};
        });
        scene = (Scene) made[0];
        stage = (Stage) made[1];
        robot = (Robot) made[2];
    }

    private static void theme(boolean dark) {
        Application.setUserAgentStylesheet((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    }

    private static synchronized void startToolkit() throws Exception {
        if (!starting) {
            starting = true;
            Platform.startup(STARTED::countDown);
            Platform.setImplicitExit(false);
        }
        assertThat(STARTED.await(60, TimeUnit.SECONDS)).isTrue();
    }

    Workbench bench() {
        return bench;
    }

    Scene scene() {
        return scene;
    }

    /** Does something on the interface's thread. */
    static <T> T on(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(60, TimeUnit.SECONDS);
    }

    void run(Runnable work) throws Exception {
        on(() -> {
            work.run();
            return true;
        });
    }

    /** Waits until something holds. */
    void await(String what, BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!on(condition::getAsBoolean)) {
            assertThat(System.nanoTime()).as("waiting for: " + what).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Waits until everything that is wanted is shown. */
    void settle() throws Exception {
        await("all panes up to date", () -> !bench.inspector().busy().get());
    }

    /** Clicks on a node, at a share of its width and height. */
    void click(String selector, double across, double down) throws Exception {
        run(() -> {
            Bounds bounds = node(selector).localToScreen(node(selector).getBoundsInLocal());
            robot.mouseMove(
                    bounds.getMinX() + across * bounds.getWidth(), bounds.getMinY() + down * bounds.getHeight());
        });
        run(() -> robot.mouseClick(MouseButton.PRIMARY));
        run(() -> {});
    }

    void click(String selector) throws Exception {
        click(selector, 0.5, 0.5);
    }

    void press(KeyCode key) throws Exception {
        run(() -> {
            robot.keyPress(key);
            robot.keyRelease(key);
        });
        run(() -> {});
    }

    /** What the window shows now. */
    RgbImage picture() throws Exception {
        return on(() -> {
            WritableImage image = scene.snapshot(null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            int[] pixels = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] &= 0xFFFFFF;
            }
            return new RgbImage(width, height, pixels);
        });
    }

    Node node(String selector) {
        Node node = scene.getRoot().lookup(selector);
        if (node == null) {
            throw new AssertionError("the window has no " + selector);
        }
        return node;
    }

    /** Closes the window and gives all memory back. */
    void close() throws Exception {
        run(stage::close);
        bench.close();
    }
}
