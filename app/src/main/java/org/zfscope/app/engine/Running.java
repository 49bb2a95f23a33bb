package org.zfscope.app.engine;

import java.util.List;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.image.RgbImage;
import org.zfscope.viz.ClassScores;
import org.zfscope.viz.ClassScores.Score;
import org.zfscope.viz.Picture;
import org.zfscope.viz.figure.ProjectionFigure;

/** A network that has seen a picture. It owns the run's memory; who opens it closes it. */
record Running(Network network, Picture picture, Activations run, RgbImage seen, List<Score> scores, long millis)
        implements AutoCloseable {

    private static final int CLASSES = 5;

    static Running of(Network network, Picture picture) {
        long start = System.nanoTime();
        Activations run = network.forward(picture.input(), Keep.everything());
        long millis = (System.nanoTime() - start) / 1_000_000;
        boolean classifies = network.shape(network.output().name()).isFlat();
        List<Score> scores = classifies ? ClassScores.top(run, 0, CLASSES) : List.of();
        RgbImage seen = network.preprocessing().picture(picture.input());
        return new Running(network, picture, run, seen, scores, millis);
    }

    ProjectionFigure figure() {
        return new ProjectionFigure(network, picture.input());
    }

    @Override
    public void close() {
        run.close();
    }
}
