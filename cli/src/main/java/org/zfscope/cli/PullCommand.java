package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zfscope.models.io.InputException;
import org.zfscope.models.pull.Cache;
import org.zfscope.models.pull.Offer;
import org.zfscope.models.pull.Offers;
import org.zfscope.models.pull.Pull;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches a network's trained weights. */
@Command(name = "pull", description = "${bundle:cli.pull-command.about}")
final class PullCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            descriptionKey = "cli.any.completion-candidates",
            completionCandidates = Names.class)
    private String name;

    @Option(names = "--file", paramLabel = "FILE", descriptionKey = "cli.pull-command.file")
    private Optional<Path> file;

    @Option(names = "--from", paramLabel = "URL", descriptionKey = "cli.pull-command.from")
    private Optional<URI> from;

    @Spec
    private CommandSpec spec;

    /** What is offered, for help and completion. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names().iterator();
        }
    }

    private static List<String> names() {
        return Offers.usual().stream().map(Offer::name).toList();
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Offer offer = Offers.named(name)
                .orElseThrow(
                        () -> new InputException(say("cli.pull-command.nothing", name, String.join(", ", names()))));
        if (Cache.usual().whole(offer).isPresent()) {
            out.println(say("cli.pull-command.there", name, Cache.usual().file(offer)));
            return 0;
        }
        Path whole = file.isPresent() ? Pull.usual().install(offer, file.get()) : fetch(offer, err);
        out.println(say("cli.pull-command.done", name, whole));
        out.println(say("cli.pull-command.licence", offer.about(), offer.source(), offer.licence()));
        return 0;
    }

    private Path fetch(Offer offer, PrintWriter err) {
        Offer wanted = from.map(offer::from).orElse(offer);
        return Interrupt.during(
                () -> {
                    err.println(say("cli.pull-command.kept", name));
                    err.flush();
                },
                () -> Pull.usual().fetch(wanted, new PullProgress(err, name), () -> {}));
    }
}
