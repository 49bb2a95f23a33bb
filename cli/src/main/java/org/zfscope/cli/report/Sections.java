package org.zfscope.cli.report;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zfscope.cli.report.Section.Pictures;

/** The questions of a report, in the order of the paper: weights, what answers, why, and how steadily [Zeiler2014]. */
public final class Sections {

    /** Fewer than usual: a report is for an overview. */
    private static final String ASCENT_STEPS = "48";

    private final List<String> model;
    private final Path images;
    private final List<Path> pictures;
    private final Depths depths;
    private final Map<String, List<Integer>> strongest;
    private final int lessons;
    private final List<Section> all = new ArrayList<>();

    private Sections(
            List<String> model,
            Path images,
            List<Path> pictures,
            Depths depths,
            Map<String, List<Integer>> strongest,
            int lessons) {
        this.model = model;
        this.images = images;
        this.pictures = pictures;
        this.depths = depths;
        this.strongest = strongest;
        this.lessons = lessons;
    }

    /**
     * All of them.
     *
     * @param model the network and how pictures become its input, as a command takes them
     * @param images the folder whose strongest pictures are looked for
     * @param pictures of it that are looked at closely, one at least
     * @param strongest units of each layer that answer to the first of them
     * @param lessons pictures of each class that there are to learn from; 0 where there are no classes, or too few of each
     */
    public static List<Section> of(
            List<String> model,
            Path images,
            List<Path> pictures,
            Depths depths,
            Map<String, List<Integer>> strongest,
            int lessons) {
        Sections sections = new Sections(model, images, pictures, depths, strongest, lessons);
        sections.network();
        sections.strongestPictures();
        sections.firstPicture();
        sections.projections();
        sections.causes();
        sections.probe();
        sections.ascent();
        return List.copyOf(sections.all);
    }

    private void network() {
        text(
                "network",
                say("cli.sections.network"),
                say("cli.sections.network-about"),
                command("describe", "--diagnose", "--image", first()));
        one(
                "filters",
                say("cli.sections.filters", depths.first()),
                say("cli.sections.filters-about"),
                command("filters", "--layer", depths.first()));
    }

    private void strongestPictures() {
        List<String> words = command("top9", "--images", images.toString(), "--units", "8");
        depths.layers().forEach(layer -> words.addAll(List.of("--layer", layer)));
        add("top9", say("cli.sections.top9"), say("cli.sections.top9-about"), words, Pictures.FOLDER);
    }

    private void firstPicture() {
        List<String> words = command("classify");
        pictures.forEach(picture -> words.add(picture.toString()));
        text("classes", say("cli.sections.classes"), say("cli.sections.classes-about"), words);
        one(
                "maps",
                say("cli.sections.maps", depths.layers().get(0)),
                say("cli.sections.maps-about"),
                looking("maps", "--layer", depths.layers().get(0)));
        one(
                "histogram",
                say("cli.sections.histogram", depths.middle()),
                say("cli.sections.histogram-about"),
                looking("histogram", "--layer", depths.middle()));
    }

    private void projections() {
        for (Path picture : pictures) {
            List<String> words = command("project", picture.toString());
            depths.layers().forEach(layer -> words.addAll(List.of("--unit", layer + ":" + unit(layer))));
            one(
                    "projections",
                    say("cli.sections.projections", picture.getFileName()),
                    say("cli.sections.projections-about"),
                    words);
        }
        one(
                "rules",
                say("cli.sections.rules"),
                say("cli.sections.rules-about"),
                looking("project", "--unit", strongest(depths.last()), "--compare"));
    }

    private void causes() {
        one(
                "explanation",
                say("cli.sections.explanation"),
                say("cli.sections.explanation-about"),
                looking("explain", "--unit", strongest(depths.layers().get(0))));
        one(
                "occlusion",
                say("cli.sections.occlusion"),
                say("cli.sections.occlusion-about"),
                looking("occlude", "--layer", depths.last()));
        one(
                "attribution",
                say("cli.sections.attribution"),
                say("cli.sections.attribution-about"),
                looking("attribute"));
        List<String> words = command("invariance");
        pictures.forEach(picture -> words.add(picture.toString()));
        words.addAll(List.of("--layer", depths.layers().get(0), "--layer", depths.last()));
        one("invariance", say("cli.sections.invariance"), say("cli.sections.invariance-about"), words);
    }

    private void probe() {
        if (lessons == 0) {
            return;
        }
        List<String> words = command("probe", "--images", images.toString(), "--folds", "3", "--classes", "20");
        depths.layers().forEach(layer -> words.addAll(List.of("--layer", layer)));
        words.addAll(List.of("--per-class", Integer.toString(lessons)));
        one("probe", say("cli.sections.probe"), say("cli.sections.probe-about"), words);
    }

    private void ascent() {
        for (String layer : depths.layers()) {
            List<String> words = command("maximize", "--preset", "fourier", "--steps", ASCENT_STEPS);
            strongest
                    .getOrDefault(layer, List.of())
                    .forEach(unit -> words.addAll(List.of("--unit", layer + ":" + unit)));
            one("ascent", say("cli.sections.ascent", layer), say("cli.sections.ascent-about"), words);
        }
    }

    private String strongest(String layer) {
        return layer + ":" + unit(layer);
    }

    private int unit(String layer) {
        return strongest.getOrDefault(layer, List.of(0)).get(0);
    }

    private String first() {
        return pictures.get(0).toString();
    }

    private List<String> command(String name, String... more) {
        List<String> words = new ArrayList<>(List.of(name));
        words.addAll(model);
        words.addAll(List.of(more));
        return words;
    }

    /** A command about the first picture. */
    private List<String> looking(String name, String... more) {
        List<String> words = command(name, first());
        words.addAll(List.of(more));
        return words;
    }

    private void text(String name, String title, String about, List<String> words) {
        add(name, title, about, words, Pictures.NONE);
    }

    private void one(String name, String title, String about, List<String> words) {
        add(name, title, about, words, Pictures.ONE);
    }

    private void add(String name, String title, String about, List<String> words, Pictures kind) {
        String numbered = String.format(Locale.ROOT, "%02d-%s", all.size() + 1, name);
        all.add(new Section(numbered, title, about, words, kind));
    }
}
