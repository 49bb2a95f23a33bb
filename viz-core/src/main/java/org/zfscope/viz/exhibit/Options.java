package org.zfscope.viz.exhibit;

import java.nio.file.Path;
import java.util.List;
import org.zfscope.models.Network;
import org.zfscope.viz.BeyondPaper;
import org.zfscope.viz.Method;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Provenance;
import org.zfscope.viz.render.Scale;

/** How what exhibits have in common is written as options and in provenances. */
final class Options {

    private Options() {}

    /** The beginning of a command about a network alone. */
    static Command ofNetwork(String command, Subject subject) {
        return Command.of(command, subject.model().given());
    }

    /** The beginning of a command about a network that looks at a picture. */
    static Command ofPicture(String command, Subject subject) {
        Path picture = subject.picture().orElseThrow();
        return Command.of(command, subject.model().given(), picture.toString());
    }

    /** Scale and gain, whatever is usual. */
    static Command with(Command command, Contrast contrast) {
        return command.with("--contrast", scale(contrast)).with("--gain", Command.number(contrast.gain()));
    }

    /** Where a contrast is not the usual one. */
    static Command with(Command command, Contrast contrast, Contrast usual) {
        return command.with("--contrast", scale(contrast), scale(usual))
                .with("--gain", contrast.gain(), usual.gain())
                .with("--clip", contrast.clip(), usual.clip());
    }

    private static String scale(Contrast contrast) {
        return contrast.scale() instanceof Scale.Fixed fixed
                ? Command.number(fixed.max())
                : Command.word((Enum<?>) contrast.scale());
    }

    /** Where a method is not the usual one. */
    static Command with(Command command, Method method) {
        Method usual = Method.of(method.relu());
        return command.with("--rule", method.relu(), ReluRule.DECONVNET)
                .with("--lrn", method.lrn(), usual.lrn())
                .with("--gates", method.gates(), usual.gates())
                .with("--seed", method.seed(), usual.seed());
    }

    /** With what the method does in a network that its paper does not say. */
    static Provenance beyond(Provenance made, Network network, Method method) {
        List<String> notes = BeyondPaper.notes(network, method);
        return notes.isEmpty() ? made : made.with("beyond-paper", String.join("; ", notes));
    }

    /** All of a method, for provenances. */
    static Provenance describe(Provenance made, Method method) {
        return made.with("rule", Command.word(method.relu()))
                .with("lrn", Command.word(method.lrn()))
                .with("gates", Command.word(method.gates()))
                .with("seed", Command.word(method.seed()));
    }
}
