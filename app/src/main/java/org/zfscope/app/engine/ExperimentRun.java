package org.zfscope.app.engine;

import java.util.function.Consumer;
import org.zfscope.app.task.Ticket;
import org.zfscope.app.task.Work;
import org.zfscope.viz.exhibit.Lab;
import org.zfscope.viz.exhibit.PictureExhibit;

/**
 * Works an experiment out, step by step.
 *
 * @param done told of the answer, on the interface's thread
 */
public record ExperimentRun(
        Engine engine, Experiment experiment, PictureExhibit exhibit, Consumer<ExperimentSheet> done) implements Work {

    @Override
    public void run(Ticket ticket) {
        try (Lab lab = experiment.opensOthers() ? engine.apart() : engine.another()) {
            ExperimentSheet sheet = ExperimentSheet.of(exhibit, lab, ticket);
            ticket.check();
            ticket.hand(() -> done.accept(sheet));
        }
    }
}
