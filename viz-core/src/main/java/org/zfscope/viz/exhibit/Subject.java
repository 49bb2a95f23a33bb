package org.zfscope.viz.exhibit;

import java.nio.file.Path;
import java.util.Optional;
import org.zfscope.models.Network;
import org.zfscope.models.Program;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.words.Words;
import org.zfscope.viz.render.Provenance;

/**
 * A network, and the picture that it looks at.
 *
 * @param picture none where the question is about the network alone
 * @param reading counts how often files were opened: what is opened again is another subject, as its files may have changed
 */
public record Subject(ModelSource model, Optional<Path> picture, int reading) {

    /** A network alone. */
    public static Subject of(ModelSource model) {
        return new Subject(model, Optional.empty(), 0);
    }

    /** A network that looks at a picture. */
    public static Subject of(ModelSource model, Path picture) {
        return new Subject(model, Optional.of(picture), 0);
    }

    /** The same network without a picture. */
    public Subject alone() {
        return new Subject(model, Optional.empty(), reading);
    }

    /**
     * What all pictures made of it say of their making. It reads the files whole.
     *
     * @param command that made them; none where no command does
     */
    public Provenance provenance(Network network, Optional<Command> command) {
        Provenance made = Provenance.of(Program.version());
        made = command.isPresent() ? made.with("command", command.get().text()) : made;
        made = made.withModel(model, network.weights())
                .with("preprocessing", network.preprocessing().toString())
                .with("engine", network.engine().name());
        made = network.leftOut().isPresent()
                ? made.with("left-out", Words.written(network.leftOut().get()::inWords))
                : made;
        return picture.isPresent() ? made.withFile("picture", picture.get()) : made;
    }
}
