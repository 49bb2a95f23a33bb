package org.zfscope.benchmarks.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Answers one line to each line of its input until that ends: {@code forward} -> ms, {@code project LAYER UNIT} -> ms
 * and the projection's sum of absolute values and maximum, {@code output LAYER} -> the same of a layer's output,
 * {@code dense LAYER} -> the same for the layer's whole output, {@code scan} -> ms and the same of the strongest values of all maps in many pictures.
 * Arguments: the folder with plan, picture and weights, the number of threads, the picture's side, how many pictures there
 * are to scan.
 */
public final class Peer {

    private Peer() {}

    public static void main(String[] args) throws IOException {
        torch.set_num_threads(Integer.parseInt(args[1]));
        Path folder = Path.of(args[0]);
        long side = Long.parseLong(args[2]);
        Tensor picture = Step.tensor(folder.resolve("picture"), 1, 3, side, side);
        Tensor many = Step.tensor(folder.resolve("pictures"), Long.parseLong(args[3]), 3, side, side);
        try (Session session = new Session(Step.read(folder), picture, many)) {
            System.out.println("ready");
            answer(session);
        }
    }

    private static void answer(Session session) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", -1);
            System.out.println(
                    switch (words[0]) {
                        case "forward" -> session.forward();
                        case "project" -> session.project(words[1], Integer.parseInt(words[2]));
                        case "dense" -> session.dense(words[1]);
                        case "output" -> session.output(words[1]);
                        case "scan" -> session.scan();
                        default -> throw new IOException("forward, project, dense, output or scan expected, found " + line);
                    });
        }
    }
}
