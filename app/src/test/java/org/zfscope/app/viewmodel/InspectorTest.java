package org.zfscope.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.app.task.Executor;
import org.zfscope.models.SharedData;

class InspectorTest {

    private final Inspector inspector = new Inspector(new OnTheSpot());

    @Test
    void pictureAloneIsShownWithoutClasses() {
        inspector.open(List.of(dog()));

        assertThat(inspector.seen().get().picture()).isPresent();
        assertThat(inspector.seen().get().scores()).isEmpty();
        assertThat(inspector.status().get()).contains("No model yet");
    }

    @Test
    void modelAndPictureDroppedTogetherNameTheHound() {
        inspector.open(List.of(dog(), squeezeNet()));

        assertThat(inspector.seen().get().scores()).hasSize(5);
        assertThat(inspector.seen().get().scores().get(0).label()).containsIgnoringCase("hound");
        assertThat(inspector.busy().get()).isFalse();
    }

    @Test
    void whatWasShownStaysWhenTheNextFileIsBroken(@TempDir Path folder) throws Exception {
        inspector.open(List.of(dog(), squeezeNet()));
        Inspector.Seen before = inspector.seen().get();
        Path broken = Files.writeString(folder.resolve("broken.onnx"), "no model");

        inspector.open(List.of(broken));

        assertThat(inspector.failed().get()).isTrue();
        assertThat(inspector.status().get()).contains("broken.onnx");
        assertThat(inspector.seen().get()).isEqualTo(before);

        inspector.open(List.of(SharedData.require("data/pictures/cat.jpg")));

        assertThat(inspector.failed().get()).isFalse();
        assertThat(inspector.seen().get().scores()).hasSize(5);
    }

    private static Path dog() {
        return SharedData.require("data/pictures/dog.jpg");
    }

    private static Path squeezeNet() {
        return SharedData.require("golden/squeezenet-1.1/model.onnx");
    }

    /** Work done at once, on the caller's thread. */
    private static final class OnTheSpot implements Executor {
        @Override
        public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
            try {
                done.accept(work.call());
            } catch (Exception e) {
                failed.accept(e);
            }
        }
    }
}
