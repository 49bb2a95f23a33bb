package org.zfscope.app.engine;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.zfscope.models.io.InputException;
import org.zfscope.viz.Target;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.exhibit.PictureExhibit;
import org.zfscope.viz.exhibit.Plate;
import org.zfscope.viz.exhibit.PlateLook;
import org.zfscope.viz.figure.Palette;

/** Which units by which rules in which pictures make a figure. */
final class FigureQuestion {

    /** Blanks, semicolons, and commas but for those within a place. */
    private static final String BETWEEN = "[\\s;]+|,(?!\\d+\\b)";

    private FigureQuestion() {}

    static PictureExhibit of(Situation s) {
        return new Plate(
                s.alone(), pictures(s), units(s).stream().map(Target::toString).toList(), rules(s), look(s));
    }

    private static List<Target> units(Situation s) {
        List<Target> typed = Stream.of(s.text(Knob.ADDRESSES).split(BETWEEN))
                .filter(address -> !address.isEmpty())
                .map(address -> unit(s, address))
                .toList();
        if (!typed.isEmpty()) {
            return typed;
        }
        if (isUsual(s, Knob.SUBJECTS)) {
            return List.of(s.target());
        }
        if (s.bookmarked().isEmpty()) {
            throw new InputException(say("app.figure-question.no-bookmarks"));
        }
        return s.bookmarked();
    }

    private static Target unit(Situation s, String address) {
        try {
            Target unit = Target.parse(address);
            if (unit.isIn(s.network())) {
                return unit;
            }
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    say("app.situation.wrong", Knob.ADDRESSES.word(), String.valueOf(e.getMessage())), e);
        }
        throw new InputException(say("app.figure-question.no-unit", address));
    }

    private static List<Path> pictures(Situation s) {
        List<Path> shown = List.of(s.seeing().picture().orElseThrow());
        return isUsual(s, Knob.PICTURES)
                ? shown
                : s.film().stream().limit(s.count(Knob.FIRST, 1)).toList();
    }

    private static List<ReluRule> rules(Situation s) {
        return isUsual(s, Knob.RULES) ? List.of(s.request().method().relu()) : List.of(ReluRule.values());
    }

    private static PlateLook look(Situation s) {
        PlateLook.Control control =
                PlateLook.Control.valueOf(s.text(Knob.CONTROL).toUpperCase(Locale.ROOT));
        Palette palette = Palette.valueOf(s.text(Knob.PALETTE).toUpperCase(Locale.ROOT));
        return s.parsed(
                        Knob.SIDE,
                        side -> new PlateLook(palette, control, Integer.parseInt(side), s.text(Knob.CAPTION)))
                .orElseGet(() -> new PlateLook(palette, control, PlateLook.SIDE, s.text(Knob.CAPTION)));
    }

    private static boolean isUsual(Situation s, Knob knob) {
        return s.text(knob).equals(knob.usual());
    }
}
