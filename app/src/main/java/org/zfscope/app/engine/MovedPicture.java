package org.zfscope.app.engine;

import java.util.List;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.analysis.Fill;
import org.zfscope.viz.analysis.Movement;
import org.zfscope.viz.exhibit.PictureRun;
import org.zfscope.viz.exhibit.Subject;

/** The picture as the network sees it when it is moved. */
public record MovedPicture(Subject subject, Fill fill, Movement movement, double amount) {

    /**
     * Moved so far.
     *
     * @throws org.zfscope.models.io.InputException if there is no picture, or what is typed cannot be read
     */
    public static MovedPicture of(Situation situation, Movement movement, double amount) {
        return new MovedPicture(situation.seeing(), situation.fill(), movement, amount);
    }

    /** By how much pictures are moved this way, in order; what is usual where nothing is typed. */
    public static List<Double> amounts(Situation situation, Movement movement) {
        return Questions.sweep(situation, movement).orElseGet(movement::usual).amounts();
    }

    /** Draws it. */
    public RgbImage draw(Engine engine) {
        PictureRun run = engine.lab().run(subject, Keep.everything());
        Network network = run.network();
        Tensor input = run.activations().maps(Network.INPUT, 0);
        return network.preprocessing().picture(movement.move(input, fill.input(network), amount));
    }
}
