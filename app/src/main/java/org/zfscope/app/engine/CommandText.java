package org.zfscope.app.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zfscope.viz.Method;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.render.Scale;

/** The command line that makes the picture that a pane shows. */
public final class CommandText {

    private CommandText() {}

    /** None where no command makes that picture. */
    public static Optional<String> of(Exported what, Wanted wanted, String file) {
        return words(what, wanted).map(words -> {
            List<String> all = new ArrayList<>(words);
            all.addAll(List.of("-o", file));
            return "zfscope " + all.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
        });
    }

    private static Optional<List<String>> words(Exported what, Wanted wanted) {
        if (wanted.subject().isEmpty() || wanted.layer().isEmpty()) {
            return Optional.empty();
        }
        String model = wanted.subject().get().model();
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
