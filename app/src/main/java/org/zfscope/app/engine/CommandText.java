package org.zfscope.app.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zfscope.models.Network;
import org.zfscope.viz.Method;
import org.zfscope.viz.analysis.Rank;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.index.TopIndex;
import org.zfscope.viz.render.Scale;

/** The command line that makes the picture that a pane shows; of strongest pictures, it makes a folder with the picture in it. */
public final class CommandText {

    private CommandText() {}

    /** None where no command makes that picture. */
    public static Optional<String> of(Exported what, Wanted wanted, Network network, String file) {
        return words(what, wanted, network).map(words -> {
            List<String> all = new ArrayList<>(words);
            boolean folder = what == Exported.MAPS && wanted.kind() == MapsKind.TOP_9;
            all.addAll(List.of("-o", folder ? file.replaceAll("\\.png$", "") : file));
            return "zfscope " + all.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
        });
    }

    private static Optional<List<String>> words(Exported what, Wanted wanted, Network network) {
        if (wanted.subject().isEmpty() || wanted.layer().isEmpty()) {
            return Optional.empty();
        }
        String model = wanted.subject().get().model().given();
        String picture = wanted.subject().get().picture().toString();
        String layer = wanted.layer().get();
        if (what == Exported.UNIT) {
            return wanted.target().map(t -> project(model, picture, t.toString(), wanted, Scale.Shared.TILE));
        }
        return switch (wanted.kind()) {
            case MAPS ->
                Optional.of(List.of(
                        "maps",
                        model,
                        picture,
                        "--layer",
                        layer,
                        "--contrast",
                        word(wanted.scale()),
                        "--gain",
                        number(wanted.mapsGain())));
            case FILTERS ->
                Optional.of(List.of(
                        "filters",
                        model,
                        "--layer",
                        layer,
                        "--contrast",
                        word(wanted.scale()),
                        "--gain",
                        number(wanted.mapsGain())));
            case PROJECTIONS -> Optional.of(project(model, picture, layer + ":*", wanted, wanted.scale()));
            case BACKWARD -> Optional.empty();
            case TOP_9 ->
                wanted.top()
                        .index()
                        .map(OpenIndex::index)
                        .filter(index -> index.complete()
                                && wanted.method()
                                        .equals(Method.of(wanted.method().relu())))
                        .map(index -> top9(model, layer, index, wanted, network));
        };
    }

    private static List<String> project(String model, String picture, String unit, Wanted wanted, Scale.Shared scale) {
        Method method = wanted.method();
        List<String> words = new ArrayList<>(List.of("project", model, picture, "--unit", unit));
        if (method.relu() != ReluRule.DECONVNET) {
            words.addAll(List.of("--rule", word(method.relu())));
        }
        if (method.lrn() != Method.of(method.relu()).lrn()) {
            words.addAll(List.of("--lrn", word(method.lrn())));
        }
        if (method.seed() != Method.Seed.ACTIVATION) {
            words.addAll(List.of("--seed", word(method.seed())));
        }
        if (scale != Scale.Shared.TILE) {
            words.addAll(List.of("--contrast", word(scale)));
        }
        if (wanted.gain() != 1) {
            words.addAll(List.of("--gain", number(wanted.gain())));
        }
        return words;
    }

    /** Scans for this layer alone, and draws it into the folder. */
    private static List<String> top9(String model, String layer, TopIndex index, Wanted wanted, Network network) {
        List<String> words = new ArrayList<>(
                List.of("top9", model, "--images", index.dataset().root().toString(), "--layer", layer));
        if (index.identity().k() != 9) {
            words.addAll(List.of("--count", Integer.toString(index.identity().k())));
        }
        if (index.identity().rank() != Rank.MAX) {
            words.addAll(List.of("--rank", word(index.identity().rank())));
        }
        words.addAll(List.of("--units", Integer.toString(TopExport.units(network, index, layer))));
        if (wanted.method().relu() != ReluRule.DECONVNET) {
            words.addAll(List.of("--rule", word(wanted.method().relu())));
        }
        if (wanted.gain() != 1) {
            words.addAll(List.of("--gain", number(wanted.gain())));
        }
        return words;
    }

    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static String quoted(String word) {
        return word.matches("[\\w./:@,=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
