package org.zfscope.viz.index;

import static org.zfscope.models.words.Words.say;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.zfscope.models.Network;
import org.zfscope.models.io.Sha256;
import org.zfscope.models.load.ModelSource;
import org.zfscope.viz.analysis.Rank;
import org.zfscope.viz.analysis.TopActivations;

/**
 * What decides an index besides its pictures. Scans of equal identity can be resumed and merged, no others.
 *
 * @param model what the network calls itself
 * @param source the model file's SHA-256, with that of its weights after a {@code +} where they are a file of their own; or the
 *     name of a network of the zoo
 * @param preprocessing how pictures become the input, in words
 * @param input channels, rows and columns of the input
 * @param engine what computed it: last digits differ from one to the other. Indexes of version 0.1.0 do not say so
 */
public record Identity(
        String model,
        String source,
        String preprocessing,
        String input,
        List<String> layers,
        int k,
        Rank rank,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String engine) {

    /** There was no other one in version 0.1.0. */
    private static final String FIRST = "nd4j";

    public Identity {
        engine = engine.isEmpty() ? FIRST : engine;
    }

    /** Of a scan with this network, opened from that source. */
    public static Identity of(Network network, ModelSource model, TopActivations.Options options) {
        return new Identity(
                network.name(),
                source(model),
                network.preprocessing().toString(),
                network.input().toString(),
                options.layers(),
                options.k(),
                options.rank(),
                network.engine().name());
    }

    /** What a model is known by, wherever its file lies. */
    public static String source(ModelSource model) {
        return model.file().map(Sha256::of).orElseGet(model::given)
                + model.weights().map(file -> "+" + Sha256.of(file)).orElse("");
    }

    /** What was asked of the scan. */
    public TopActivations.Options options() {
        return new TopActivations.Options(layers, k, rank);
    }

    /** As much of the SHA-256 as tells two models apart. */
    private String named() {
        return model + " (" + (source.length() >= 64 ? source.substring(0, 12) : source) + ")";
    }

    /** In words the first thing in which this differs from another identity; empty if nothing does. */
    String difference(Identity other) {
        String meaning = differentMeaning(other);
        return meaning.isEmpty() && !engine.equals(other.engine)
                ? say("viz.identity.engine", engine, other.engine)
                : meaning;
    }

    /** The same, whatever the engines: they agree but for last digits. */
    String differentMeaning(Identity other) {
        if (!source.equals(other.source) || !model.equals(other.model)) {
            return say("viz.identity.model", named(), other.named());
        }
        if (!preprocessing.equals(other.preprocessing) || !input.equals(other.input)) {
            return say("viz.identity.pictures", input, preprocessing, other.input, other.preprocessing);
        }
        if (!layers.equals(other.layers)) {
            return say("viz.identity.layers", layers, other.layers);
        }
        return k == other.k && rank == other.rank ? "" : say("viz.identity.pictures-map", k, rank, other.k, other.rank);
    }
}
