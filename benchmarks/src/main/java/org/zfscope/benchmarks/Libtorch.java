package org.zfscope.benchmarks;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** libtorch, in a process of its own that answers line by line; the times are taken there. */
final class Libtorch implements Contender {

    private final Process process;
    private final Writer questions;
    private final BufferedReader answers;

    Libtorch(String classpath, Path folder, int threads) throws IOException {
        this(
                classpath,
                "Peer",
                folder.toString(),
                Integer.toString(threads),
                Integer.toString(Vgg16.SIDE),
                Integer.toString(Vgg16.PICTURES));
    }

    private Libtorch(String classpath, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                classpath,
                "org.zfscope.benchmarks.peer." + program));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        questions = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        if (!answer().equals("ready")) {
            throw new IOException("the libtorch process did not start");
        }
    }

    /** One that runs a {@link Plan} forward and does nothing else. */
    static Libtorch blocks(String classpath, Path folder, int threads) throws IOException {
        return new Libtorch(
                classpath, "Blocks", folder.toString(), Integer.toString(threads), Integer.toString(Plan.SIDE));
    }

    /** A plan's forward run, and what its last layer gave. */
    Answer run() {
        return Answer.parse(ask("forward"));
    }

    @Override
    public double forward() {
        return Double.parseDouble(ask("forward"));
    }

    @Override
    public Answer output(String layer) {
        return Answer.parse("0 " + ask("output " + layer));
    }

    /** Projects the strongest neuron of a map with everything else zero: dense operations down to the pixels. */
    Answer project(String layer, int unit) {
        return Answer.parse(ask("project " + layer + " " + unit));
    }

    /** Projects a layer's whole output, all maps at once. */
    Answer dense(String layer) {
        return Answer.parse(ask("dense " + layer));
    }

    /** The sum of the strongest values of all maps after a ReLU, and the largest; the pictures lie in memory. */
    Answer scan() {
        return Answer.parse(ask("scan"));
    }

    /** Milliseconds of a plan's forward run of that many pictures together. */
    double batch(int pictures) {
        return Double.parseDouble(ask("batch " + pictures));
    }

    /** Milliseconds in which that many pictures go up the gradient of a plan's layer. */
    double ascend(String layer, int pictures, int steps) {
        return Double.parseDouble(ask("ascend " + layer + " " + pictures + " " + steps));
    }

    private String ask(String question) {
        try {
            questions.write(question + "\n");
            questions.flush();
            return answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the libtorch process ended early; its error is above");
        }
        return line;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
