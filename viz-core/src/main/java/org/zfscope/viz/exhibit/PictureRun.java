package org.zfscope.viz.exhibit;

import java.util.List;
import java.util.Optional;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.image.RgbImage;
import org.zfscope.viz.ClassScores;
import org.zfscope.viz.ClassScores.Score;
import org.zfscope.viz.Picture;
import org.zfscope.viz.figure.ProjectionFigure;

/** A picture that ran through a network. It owns the run's memory; who opens it closes it. */
public final class PictureRun implements AutoCloseable {

    private final Network network;
    private final Picture picture;
    private final Activations run;
    private final long millis;
    private Optional<ProjectionFigure> figure = Optional.empty();

    private PictureRun(Network network, Picture picture, Activations run, long millis) {
        this.network = network;
        this.picture = picture;
        this.run = run;
        this.millis = millis;
    }

    public static PictureRun of(Network network, Picture picture, Keep keep) {
        long start = System.nanoTime();
        Activations run = network.forward(picture.input(), keep);
        return new PictureRun(network, picture, run, (System.nanoTime() - start) / 1_000_000);
    }

    public Network network() {
        return network;
    }

    public Activations activations() {
        return run;
    }

    /** What the way forward took. */
    public long millis() {
        return millis;
    }

    /** The picture's file without its folders. */
    public String pictureName() {
        return String.valueOf(picture.file().getFileName());
    }

    /** Draws projections in this picture. */
    public ProjectionFigure figure() {
        ProjectionFigure drawing = figure.orElseGet(() -> new ProjectionFigure(network, picture.input()));
        figure = Optional.of(drawing);
        return drawing;
    }

    /** The picture as the network sees it. */
    public RgbImage seen() {
        return figure().seen();
    }

    /** The likeliest classes, best first; none where the network does not classify. */
    public List<Score> scores(int most) {
        return network.hasScores() ? ClassScores.top(run, 0, most) : List.of();
    }

    @Override
    public void close() {
        run.close();
    }
}
