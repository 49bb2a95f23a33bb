package org.zfscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zfscope.app.task.Compute;
import org.zfscope.app.view.Window;
import org.zfscope.app.viewmodel.Inspector;
import org.zfscope.models.SharedData;

/** The real window on a real screen, such as Xvfb's. */
@Tag("window")
class WindowTest {

    @BeforeAll
    static void startToolkit() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void showsThePictureAndItsFiveLikeliestClasses() throws Exception {
        Path dog = SharedData.require("data/pictures/dog.jpg");
        Path model = SharedData.require("golden/squeezenet-1.1/model.onnx");
        try (Compute compute = new Compute(Platform::runLater)) {
            Inspector inspector = new Inspector(compute);
            Scene scene = onInterfaceThread(() -> {
                Scene made = new Scene(new Window(inspector).root(), 860, 560);
                Stage stage = new Stage();
                stage.setScene(made);
                stage.show();
                inspector.open(List.of(dog, model));
                return made;
            });

            await(() -> scene.getRoot().lookupAll("#classes .progress-bar").size() == 5);

            Node first = scene.getRoot().lookup("#classes .label");
            assertThat(((Label) first).getText()).contains("hound");
        }
    }

    private static <T> T onInterfaceThread(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(30, TimeUnit.SECONDS);
    }

    private static void await(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!onInterfaceThread(condition::getAsBoolean)) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
