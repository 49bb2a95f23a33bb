package org.zfscope.app.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.load.ModelSource;
import org.zfscope.viz.ClassScores.Score;
import org.zfscope.viz.exhibit.Sheet;

/**
 * A picture and what the network says that it shows.
 *
 * @param question none before anything is open
 * @param picture as the network sees it; without a network, as it is
 * @param scores the likeliest classes, best first; none without a network, or where it does not classify
 * @param millis the way forward; 0 without a network
 */
public record PictureSheet(Optional<Question> question, Optional<RgbImage> picture, List<Score> scores, long millis)
        implements Sheet {

    /** Before anything is open. */
    public static final PictureSheet NOTHING = new PictureSheet(Optional.empty(), Optional.empty(), List.of(), 0);

    /**
     * What does the picture show?
     *
     * @param model none where only the picture is open
     */
    public record Question(Optional<ModelSource> model, Path picture, int reading) {}

    static Optional<Question> question(Request request) {
        return request.picture().map(picture -> new Question(request.model(), picture, request.reading()));
    }

    @Override
    public boolean answers(Object asked) {
        return question.equals(Optional.of(asked));
    }

    /** The picture's file. */
    public Optional<Path> file() {
        return question.map(Question::picture);
    }
}
