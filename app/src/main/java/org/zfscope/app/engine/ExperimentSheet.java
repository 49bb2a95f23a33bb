package org.zfscope.app.engine;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import org.zfscope.models.Progress;
import org.zfscope.models.image.RgbImage;
import org.zfscope.viz.exhibit.Answer;
import org.zfscope.viz.exhibit.Figure;
import org.zfscope.viz.exhibit.Lab;
import org.zfscope.viz.exhibit.PictureExhibit;
import org.zfscope.viz.exhibit.Plate;
import org.zfscope.viz.exhibit.Sheet;
import org.zfscope.viz.render.Theme;

/**
 * The answer of an experiment.
 *
 * @param words the same in words
 * @param steps where one can go down from a value that is explained
 */
public record ExperimentSheet(Answered answered, String words, List<StepDown> steps) implements Sheet {

    public ExperimentSheet {
        steps = List.copyOf(steps);
    }

    /** Works it out. */
    static ExperimentSheet of(PictureExhibit exhibit, Lab lab, Progress progress) {
        Figure figure = exhibit.answer(lab, progress);
        String words = figure instanceof Answer answer ? answer.text() : "";
        if (exhibit instanceof Plate plate) {
            words += "\n" + say("app.experiment-sheet.layers", plate.ofLayers().text());
        }
        return new ExperimentSheet(new Answered(exhibit, Drawn.of(figure)), words, StepDown.of(figure));
    }

    @Override
    public boolean answers(Object asked) {
        return answered.exhibit().equals(asked);
    }

    /** To be taken away. */
    public PictureExhibit exhibit() {
        return answered;
    }

    /** As it looks on a light or a dark window. */
    public RgbImage picture(boolean dark) {
        return answered.drawn().labelled(dark ? Theme.DARK : Theme.LIGHT).picture();
    }
}
