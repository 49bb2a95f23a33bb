package org.zfscope.viz.exhibit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.words.Words;
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
        return chosen(Command.of(command, subject.model().given()), subject.model());
    }

    /** The beginning of a command about a network that looks at a picture. */
    static Command ofPicture(String command, Subject subject) {
        Path picture = subject.picture().orElseThrow();
        return chosen(Command.of(command, subject.model().given(), picture.toString()), subject.model());
    }

    /** The beginning of a command about a network and files that it is given. */
    static Command ofFiles(String command, Subject subject, List<Path> files) {
        Stream<String> names = Stream.concat(
                Stream.of(command, subject.model().given()), files.stream().map(Path::toString));
        return chosen(new Command(names.toList()), subject.model());
    }

    /** With an option for each of some values. */
    static Command withEach(Command command, String option, List<String> values) {
        Command said = command;
        for (String value : values) {
            said = said.with(option, value);
        }
        return said;
    }

    /** What was chosen beside the model's own file. */
    private static Command chosen(Command command, ModelSource model) {
        return with(withWeights(command, model), model.pictures());
    }

    private static Command withWeights(Command command, ModelSource model) {
        return model.weights()
                .map(file -> command.with("--weights", file.toString()))
                .orElse(command);
    }

    /** How pictures become the input, where that was chosen; a mean picture has no words, and stays the model's. */
    private static Command with(Command command, Optional<Preprocessing> pictures) {
        if (pictures.isEmpty()) {
            return command;
        }
        Preprocessing how = pictures.get();
        Command said = command.with("--channels", Command.word(how.channels()))
                .with("--fit", Command.word(how.fit()))
                .with("--resize", Integer.toString(how.shortSide()))
                .with("--scale", numbers(how.scale()));
        Command part =
                how.part().isWhole() ? said : said.with("--crop", how.part().toString());
        return how.mean().shape().isFlat() ? part.with("--mean", numbers(how.mean())) : part;
    }

    private static String numbers(Tensor values) {
        return IntStream.range(0, values.values().length)
                .mapToObj(i -> Float.toString(values.values()[i]))
                .collect(Collectors.joining(","));
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
        List<String> notes = Words.written(() -> BeyondPaper.notes(network, method));
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
