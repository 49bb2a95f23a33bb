package org.zfscope.cli;

import java.util.Iterator;
import java.util.Optional;
import org.zfscope.models.Engines;
import org.zfscope.models.Network;
import picocli.CommandLine.Option;

/** What computes. */
final class EngineOption {

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            converter = EngineConverter.class,
            completionCandidates = Names.class,
            descriptionKey = "cli.model-options.engine")
    private Optional<String> engine = Optional.empty();

    /** What can compute, for help and completion. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Engines.names().iterator();
        }
    }

    /** The network on the engine that the user named, if any. */
    Network on(Network network) {
        return engine.map(Engines::named).map(network::on).orElse(network);
    }

    /** Whether the user said it. */
    boolean isSaid() {
        return engine.isPresent();
    }
}
