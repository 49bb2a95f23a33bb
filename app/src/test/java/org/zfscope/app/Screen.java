package org.zfscope.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import org.zfscope.app.task.Compute;
import org.zfscope.app.view.MainWindow;
import org.zfscope.app.viewmodel.Workbench;
import org.zfscope.models.SharedData;
import org.zfscope.models.image.RgbImage;
import org.zfscope.viz.render.Png;
import org.zfscope.viz.render.Provenance;

/** The real window, with hands on it and a look behind it. */
final class Screen extends Hands {

    private record Shown(Stage stage, Workbench bench, Answers answers) {

        static Shown open(double width, double height, double x, double y) throws Exception {
            startToolkit();
            return on(() -> {
                Workbench bench = new Workbench(new Compute(Platform::runLater));
                Answers answers = new Answers();
                bench.dark().addListener((o, before, now) -> theme(now));
                theme(false);
                MainWindow window = new MainWindow(bench, answers);
                Scene scene = new Scene(window.root(), width, height);
                Stage stage = new Stage();
                stage.setScene(scene);
                stage.setX(x);
                stage.setY(y);
                stage.show();
                window.listen(scene);
                return new Shown(stage, bench, answers);
            });
        }
    }

    private final Workbench bench;
    private final Answers answers;

    Screen(double width, double height) throws Exception {
        this(width, height, 0, 0);
    }

    Screen(double width, double height, double x, double y) throws Exception {
        this(Shown.open(width, height, x, y));
    }

    private Screen(Shown shown) throws Exception {
        super(shown.stage());
        this.bench = shown.bench();
        this.answers = shown.answers();
    }

    private static void theme(boolean dark) {
        Application.setUserAgentStylesheet((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    }

    Workbench bench() {
        return bench;
    }

    /** What the user answers to dialogs. */
    Answers answers() {
        return answers;
    }

    /** Opens a network and pictures, and waits for the first unit. */
    void open(String model, Path... pictures) throws Exception {
        run(() -> bench.opening().openModel(model));
        run(() -> bench.opening().open(List.of(pictures)));
        await("a unit", () -> bench.inspector().results().unit().get().isPresent());
        settle();
    }

    /** Opens a dog's picture in SqueezeNet. */
    void openDog() throws Exception {
        Path dog = SharedData.require("data/pictures/dog.jpg");
        Path squeezeNet = SharedData.require("golden/squeezenet-1.1/model.onnx");
        run(() -> bench.opening().open(List.of(dog, squeezeNet)));
        await("a unit", () -> bench.results().unit().get().isPresent());
        settle();
    }

    /** Where the system property {@code zfscope.look} names a folder, what is seen goes there to be looked at. */
    void look(String name) throws Exception {
        Optional<String> folder = Optional.ofNullable(System.getProperty("zfscope.look"));
        if (folder.isPresent()) {
            Png.write(Path.of(folder.get(), name + ".png"), picture(), Provenance.of("test"));
        }
    }

    /** Waits until everything that is wanted is shown. */
    void settle() throws Exception {
        await("all panes up to date", () -> !bench.inspector().busy().get());
    }

    /** What the window shows now, in pixels of the screen. */
    RgbImage picture() throws Exception {
        return on(() -> {
            SnapshotParameters shot = new SnapshotParameters();
            // without the shadows of what is hidden
            shot.setViewport(new Rectangle2D(
                    0,
                    0,
                    scene().getWidth() * stage().getOutputScaleX(),
                    scene().getHeight() * stage().getOutputScaleY()));
            shot.setTransform(Transform.scale(stage().getOutputScaleX(), stage().getOutputScaleY()));
            WritableImage image = scene().getRoot().snapshot(shot, null);
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

    /** Closes the window and gives all memory back. */
    void close() throws Exception {
        run(stage()::close);
        bench.close();
    }
}
