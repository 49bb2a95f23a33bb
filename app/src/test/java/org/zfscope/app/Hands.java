package org.zfscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/** A robot's mouse and keys on a window of a real screen such as Xvfb's. */
class Hands {

    private static final CountDownLatch STARTED = new CountDownLatch(1);
    private static final int DRAG_STEPS = 12;
    private static boolean starting;

    private final Stage stage;
    private final Robot robot;

    Hands(Stage stage) throws Exception {
        this.stage = stage;
        this.robot = on(Robot::new);
    }

    static synchronized void startToolkit() throws Exception {
        if (!starting) {
            starting = true;
            Platform.startup(STARTED::countDown);
            Platform.setImplicitExit(false);
        }
        assertThat(STARTED.await(60, TimeUnit.SECONDS)).isTrue();
    }

    /** Does something on the interface's thread. */
    static <T> T on(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(60, TimeUnit.SECONDS);
    }

    final void run(Runnable work) throws Exception {
        on(() -> {
            work.run();
            return true;
        });
    }

    /** Waits until something holds. */
    final void await(String what, BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!on(condition::getAsBoolean)) {
            assertThat(System.nanoTime()).as("waiting for: " + what).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    final Stage stage() {
        return stage;
    }

    final Scene scene() {
        return stage.getScene();
    }

    final Node node(String selector) {
        Node node = scene().getRoot().lookup(selector);
        if (node == null) {
            throw new AssertionError("the window has no " + selector);
        }
        return node;
    }

    /** Whether neither a node nor what it lies in is hidden. */
    static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** A button, an item of an open menu or the like that is seen, by its text. */
    final Optional<Labeled> labeled(String text) {
        Stream<Scene> scenes = Window.getWindows().stream()
                .filter(w -> w == stage || w instanceof PopupWindow)
                .map(Window::getScene);
        return scenes.flatMap(s -> s.getRoot().lookupAll("*").stream())
                .filter(n -> n instanceof Labeled l && text.equals(l.getText()) && isSeen(l))
                .map(Labeled.class::cast)
                .findFirst();
    }

    /** Clicks at a share of a node's width and height. */
    final void click(Node node, double across, double down) throws Exception {
        frames();
        hit(node, across, down);
    }

    private void hit(Node node, double across, double down) throws Exception {
        move(node, across, down);
        run(() -> robot.mouseClick(MouseButton.PRIMARY));
        run(() -> {});
    }

    final void click(String selector, double across, double down) throws Exception {
        frames();
        hit(node(selector), across, down);
    }

    final void click(String selector) throws Exception {
        click(selector, 0.5, 0.5);
    }

    /** Asks for the menu of a node. */
    final void menu(Node node) throws Exception {
        move(node, 0.5, 0.5);
        run(() -> robot.mouseClick(MouseButton.SECONDARY));
        run(() -> {});
    }

    /** Clicks on what bears a text. */
    final void clickText(String text) throws Exception {
        await("\"" + text + "\" to click on", () -> labeled(text).isPresent());
        frames();
        hit(on(() -> labeled(text)).orElseThrow(), 0.5, 0.5); // a list may have made its cells anew
    }

    /** Opens a menu and chooses an item. */
    final void choose(String menu, String item) throws Exception {
        click(menu);
        clickText(item);
    }

    /** Drags from one share of a node's width to another. */
    final void drag(String selector, double from, double to) throws Exception {
        drag(selector, from, 0.5, to, 0.5);
    }

    /** The same from one share of width and height to others. */
    final void drag(String selector, double across, double down, double toAcross, double toDown) throws Exception {
        move(node(selector), across, down);
        run(() -> robot.mousePress(MouseButton.PRIMARY));
        for (int step = 1; step <= DRAG_STEPS; step++) {
            double share = (double) step / DRAG_STEPS;
            move(node(selector), across + (toAcross - across) * share, down + (toDown - down) * share);
        }
        run(() -> robot.mouseRelease(MouseButton.PRIMARY));
        run(() -> {});
    }

    /** Until what has changed is laid out: a hand is never faster than two frames. */
    private void frames() throws Exception {
        CountDownLatch drawn = new CountDownLatch(2);
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                drawn.countDown();
            }
        };
        run(timer::start);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1); // a window that is hidden draws none
        while (drawn.getCount() > 0 && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        run(timer::stop);
    }

    private void move(Node node, double across, double down) throws Exception {
        run(() -> {
            node.getScene().getRoot().layout(); // what has just been shown may have moved it
            Bounds bounds = node.localToScreen(node.getBoundsInLocal());
            robot.mouseMove(
                    bounds.getMinX() + across * bounds.getWidth(), bounds.getMinY() + down * bounds.getHeight());
        });
    }

    final void press(KeyCode... chord) throws Exception {
        frames();
        run(() -> {
            for (KeyCode key : chord) {
                robot.keyPress(key);
            }
            for (int i = chord.length - 1; i >= 0; i--) {
                robot.keyRelease(chord[i]);
            }
        });
        run(() -> {});
    }
}
