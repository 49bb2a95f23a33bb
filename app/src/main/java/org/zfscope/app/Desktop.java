package org.zfscope.app;

import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.zfscope.app.task.Compute;
import org.zfscope.app.view.Window;
import org.zfscope.app.viewmodel.Inspector;

/** Opens the window. */
public final class Desktop extends Application {

    private final Compute compute = new Compute(Platform::runLater);

    @Override
    public void start(Stage stage) {
        setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setScene(new Scene(new Window(new Inspector(compute)).root(), 860, 560));
        stage.setTitle("zfscope");
        stage.show();
    }

    @Override
    public void stop() {
        compute.close();
    }
}
