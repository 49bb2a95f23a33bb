package org.zfscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zfscope.app.viewmodel.Inspector;
import org.zfscope.models.SharedData;
import org.zfscope.models.load.ModelSource;

/** A real drag from another process onto the window; needs xdotool, Python 3 and GTK 3. */
@Tag("window")
class DropTest {

    @Test
    void pictureAndModelAreDroppedByAnotherProgram() throws Exception {
        Path source = SharedData.require("tools/drag_source.py").toAbsolutePath();
        Path dog = SharedData.require("data/pictures/dog.jpg").toAbsolutePath();
        Path model = SharedData.require("golden/squeezenet-1.1/model.onnx").toAbsolutePath();
        Screen screen = new Screen(900, 700, 260, 0);
        Process other = new ProcessBuilder("/usr/bin/python3", source.toString(), dog.toString(), model.toString())
                .inheritIO()
                .start();
        try {
            Inspector inspector = screen.bench().inspector();
            TimeUnit.SECONDS.sleep(3);
            assertThat(other.isAlive())
                    .as("the program that files are dragged out of")
                    .isTrue();

            OtherProgram.drag(100, 50, 660, 400);

            screen.await("a unit", () -> inspector.results().unit().get().isPresent());
            assertThat(inspector.choices().picture().get()).contains(dog);
            assertThat(inspector.choices().model().get()).contains(ModelSource.ofFile(model));
        } finally {
            other.destroy();
            screen.close();
        }
    }
}
