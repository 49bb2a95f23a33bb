package org.zfscope.app.engine;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.viz.exhibit.Command;
import org.zfscope.viz.exhibit.Figure;
import org.zfscope.viz.exhibit.Lab;
import org.zfscope.viz.exhibit.PictureExhibit;
import org.zfscope.viz.exhibit.Subject;
import org.zfscope.viz.render.Provenance;

/** A question with its answer at hand: taken away, it is what is shown, and nothing is worked out again. */
record Answered(PictureExhibit exhibit, Drawn drawn) implements PictureExhibit {

    @Override
    public Figure answer(Lab lab, Progress progress) {
        return drawn;
    }

    @Override
    public Subject subject() {
        return exhibit.subject();
    }

    @Override
    public String name() {
        return exhibit.name();
    }

    @Override
    public String shows() {
        return exhibit.shows();
    }

    @Override
    public Provenance describe(Provenance made) {
        return exhibit.describe(made);
    }

    @Override
    public Map<String, Path> sources() {
        return exhibit.sources();
    }

    @Override
    public boolean hasNumbers() {
        return exhibit.hasNumbers();
    }

    @Override
    public Optional<Command> command(Network network, String file) {
        return exhibit.command(network, file);
    }

    @Override
    public Provenance provenance(Network network, Optional<Command> command) {
        return exhibit.provenance(network, command);
    }
}
