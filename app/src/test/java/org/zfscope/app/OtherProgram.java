package org.zfscope.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Another program on the same screen: other_program.py. */
final class OtherProgram implements AutoCloseable {

    private static final int DRAG_STEPS = 14;

    private final Process process;
    private final BufferedReader said;

    OtherProgram(String... words) throws Exception {
        Path script = Path.of(Objects.requireNonNull(OtherProgram.class.getResource("other_program.py"))
                .toURI());
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", script.toString()));
        command.addAll(List.of(words));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        said = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** What it says next. */
    String says() throws Exception {
        for (int i = 0; i < 200 && process.isAlive() && !said.ready(); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(said.ready()).as("whether the other program says anything").isTrue();
        String line = said.readLine();
        assertThat(line).as("what the other program says").isNotNull();
        return line;
    }

    /** Waits until it has done its work. */
    void end() throws Exception {
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    /**
     * Drags from one point of the screen to another. What is dragged needs time to be made, and toolkits want to see the
     * mouse on its way.
     */
    static void drag(int fromX, int fromY, int toX, int toY) throws Exception {
        xdotool("mousemove", "" + fromX, "" + fromY, "mousedown", "1");
        TimeUnit.MILLISECONDS.sleep(1500);
        for (int step = 1; step <= DRAG_STEPS; step++) {
            int x = fromX + (toX - fromX) * step / DRAG_STEPS;
            int y = fromY + (toY - fromY) * step / DRAG_STEPS;
            xdotool("mousemove", "" + x, "" + y);
            TimeUnit.MILLISECONDS.sleep(60);
        }
        TimeUnit.MILLISECONDS.sleep(500);
        xdotool("mouseup", "1");
    }

    private static void xdotool(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(List.of(words));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
