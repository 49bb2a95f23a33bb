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
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.zfscope.app.engine.FirstPicture;
import org.zfscope.app.task.Compute;
import org.zfscope.app.view.MainWindow;
import org.zfscope.app.view.NativeDialogs;
import org.zfscope.app.viewmodel.SavedState;
import org.zfscope.app.viewmodel.Welcome;
import org.zfscope.app.viewmodel.Workbench;

/** Opens the window where it was, and remembers it. */
public final class Desktop extends Application {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final Path stateFile = SavedState.usualFile();
    private final Workbench bench = new Workbench(new Compute(Platform::runLater));

    @Override
    public void start(Stage stage) {
        SavedState state = SavedState.read(stateFile, bench.session()::sayLater);
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> bench.inspector()
                .tell(failure));
        bench.dark().addListener((o, before, now) -> theme(now));
        theme(state.dark());
        MainWindow window = new MainWindow(bench, new NativeDialogs(stage, bench.session(), address -> getHostServices()
                .showDocument(address)));
        Scene scene = new Scene(window.root(), WIDTH, HEIGHT);
        stage.setScene(scene);
        stage.titleProperty().bind(bench.title());
        stage.getIcons().add(new Image(String.valueOf(Desktop.class.getResource("icon.png"))));
        place(stage, state);
        stage.show();
        window.widths(state.widths());
        window.listen(scene);
        // only when the first frame is on its way, so that the window is there before anything is loaded
        Platform.runLater(() -> begin(stage, window, state));
    }

    private void begin(Stage stage, MainWindow window, SavedState state) {
        Path folder =
                Optional.ofNullable(stateFile.toAbsolutePath().getParent()).orElse(Path.of("."));
        bench.session().restore(state, Welcome.with(() -> FirstPicture.in(folder)));
        // none where a test starts the window without the launcher
        Optional.ofNullable(getParameters()).map(Parameters::getRaw).ifPresent(this::open);
        // after every look, so that a crash loses nothing
        bench.inspector().busy().addListener((o, before, now) -> {
            if (!now) {
                save(stage, window);
            }
        });
        stage.setOnCloseRequest(e -> save(stage, window));
    }

    private void open(List<String> files) {
        if (!files.isEmpty()) {
            bench.opening().open(files.stream().map(Path::of).toList());
        }
    }

    private static void theme(boolean dark) {
        setUserAgentStylesheet((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    }

    /** Where it was, if a screen is still there. */
    private static void place(Stage stage, SavedState state) {
        List<Double> at = state.window();
        if (at.size() == 4
                && !Screen.getScreensForRectangle(at.get(0), at.get(1), at.get(2), at.get(3))
                        .isEmpty()) {
            stage.setX(at.get(0));
            stage.setY(at.get(1));
            stage.setWidth(at.get(2));
            stage.setHeight(at.get(3));
        } else {
            Rectangle2D screen = Screen.getPrimary().getVisualBounds();
            stage.setWidth(Math.min(WIDTH, screen.getWidth()));
            stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
        }
        stage.setMaximized(state.maximized());
    }

    private void save(Stage stage, MainWindow window) {
        List<Double> at = List.of(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        bench.session().save(stateFile, bench.session().state(stage.isMaximized(), at, window.widths()));
    }

    Workbench bench() {
        return bench;
    }

    @Override
    public void stop() {
        bench.close();
    }
}
