package org.zfscope.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.zfscope.app.engine.Catalogue;
import org.zfscope.app.task.Job;
import org.zfscope.app.viewmodel.Choices;
import org.zfscope.app.viewmodel.FilmOrder;
import org.zfscope.app.viewmodel.MapsView;
import org.zfscope.app.viewmodel.Workbench;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.exhibit.StrongestPictures.Side;
import org.zfscope.viz.render.Scale;

/** Does one random thing after the other to the window, faster than anybody looks. */
final class Monkey {

    /** Something that a user does. */
    @FunctionalInterface
    interface Act {
        void run() throws Exception;
    }

    /** With a name, and how often it is done beside others. */
    record Habit(String name, int often, Act act) {}

    private static final List<KeyCode> TYPED = List.of(
            KeyCode.A, KeyCode.R, KeyCode.B, KeyCode.L, KeyCode.U, KeyCode.DIGIT3, KeyCode.SLASH, KeyCode.BACK_SPACE);

    private final Screen screen;
    private final Workbench bench;
    private final Random random;
    private final Path folder;
    private final List<String> models;
    private final List<Path> pictures;
    private final List<Habit> habits;
    private final int often;

    Monkey(Screen screen, Random random, Path folder, List<String> models, List<Path> pictures) {
        this.screen = screen;
        this.bench = screen.bench();
        this.random = random;
        this.folder = folder;
        this.models = models;
        this.pictures = pictures;
        this.habits = habits();
        this.often = habits.stream().mapToInt(Habit::often).sum();
    }

    /** Does something, and says what. */
    String act() throws Exception {
        int at = random.nextInt(often);
        for (Habit habit : habits) {
            at -= habit.often();
            if (at < 0) {
                habit.act().run();
                return habit.name();
            }
        }
        throw new IllegalStateException();
    }

    private List<Habit> habits() {
        Choices choices = bench.choices();
        return List.of(
                quick("unit", 20, () -> bench.maps().choose(random.nextInt(500), random.nextInt(400))),
                quick("layer", 8, () -> bench.selection().layerBy(random.nextInt(-9, 10))),
                quick("move", 8, () -> bench.maps().move(random.nextInt(-1, 2), random.nextInt(-1, 2))),
                quick("neuron", 4, () -> bench.selection().neuron(0, random.nextInt(2))),
                quick("whole map", 2, bench.selection()::flipWholeMap),
                quick("hold", 2, () -> flip(bench.selection().frozen())),
                quick("class", 2, () -> bench.selection().classScore(random.nextInt(10))),
                quick("rule", 6, () -> choices.rule(one(List.of(ReluRule.values())))),
                quick("kind", 4, () -> choices.kind()
                        .set(one(List.of(Catalogue.values()).subList(0, 5)))),
                quick("scale", 3, () -> choices.scale().set(one(List.of(Scale.Shared.TILE, Scale.Shared.LAYER)))),
                quick("order", 3, () -> bench.maps().order().set(one(List.of(MapsView.Order.values())))),
                quick("zoom", 4, () -> bench.maps().zoom(0.5 + random.nextDouble() * 1.5, random.nextInt(500), 200)),
                quick("gain", 3, () -> choices.gain().set(one(List.of(1.0, 2.0, 4.0)))),
                quick("side", 2, () -> choices.side().set(one(List.of(Side.PATCHES, Side.PROJECTIONS)))),
                quick("pin", 3, () -> bench.pin(random.nextBoolean())),
                quick("control", 2, () -> flip(choices.control())),
                quick("reset view", 1, bench::resetView),
                quick("next picture", 8, () -> bench.pictures().showBy(random.nextInt(-2, 3))),
                quick("open", 4, () -> bench.opening().open(List.of(one(pictures), one(pictures)))),
                quick("remove", 3, () -> choices.picture().get().ifPresent(bench.pictures()::remove)),
                quick("clear", 1, bench.pictures()::clear),
                quick("shift", 2, () -> bench.pictures().moveBy(one(pictures), random.nextInt(-2, 3))),
                quick("sort", 2, () -> bench.pictures().order().by().set(one(List.of(FilmOrder.By.values())))),
                quick("filter", 2, this::filter),
                quick("undo", 5, bench.undo()::undo),
                quick("redo", 2, bench.undo()::redo),
                quick("model", 1, () -> bench.opening().openModel(one(models))),
                quick("scan", 2, this::scan),
                quick("hit", 2, () -> bench.results().top().get().hits().stream()
                        .skip(random.nextInt(9))
                        .findFirst()
                        .ifPresent(bench.top()::look)),
                quick("save session", 1, () -> bench.session().saveAs(session(), saved -> {})),
                quick("open session", 1, () -> {
                    if (Files.exists(session())) {
                        bench.session().open(session());
                    }
                }),
                quick("text", 1, () -> bench.preferences().textBy(random.nextInt(-1, 2))),
                quick("dark", 1, () -> flip(bench.dark())),
                quick("size", 1, () -> screen.stage().setWidth(random.nextInt(800, 1500))),
                new Habit("keys", 4, () -> keys(3)),
                new Habit("type", 3, this::type),
                new Habit("dialog", 3, this::dialog));
    }

    private Habit quick(String name, int weight, Runnable act) {
        return new Habit(name, weight, () -> screen.run(act));
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static void flip(BooleanProperty on) {
        on.set(!on.get());
    }

    private Path session() {
        return folder.resolve("monkey.zfsession");
    }

    private void filter() {
        List<String> classes = bench.pictures().order().classes();
        bench.pictures()
                .order()
                .only()
                .set(random.nextInt(3) == 0 || classes.isEmpty() ? Optional.empty() : Optional.of(one(classes)));
    }

    /** Starts a scan, stops it, or goes on with it. */
    private void scan() {
        if (bench.top().scanning().isPresent()) {
            bench.top().scanning().ifPresent(Job::cancel);
        } else if (bench.choices().index().get().isPresent()) {
            bench.top().resume();
        } else {
            bench.top().scan(folder.resolve("charts"), folder.resolve("index.json"));
        }
    }

    private void keys(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            screen.press(one(TYPED));
        }
    }

    /** Into a field of the window that is seen. */
    private void type() throws Exception {
        List<Node> fields = Hands.on(() -> screen.scene().getRoot().lookupAll(".text-field").stream()
                .filter(node -> node instanceof TextInputControl text && text.isEditable() && Hands.isSeen(node))
                .toList());
        Node field = one(fields);
        screen.run(field::requestFocus);
        keys(4);
        if (random.nextBoolean()) {
            screen.press(KeyCode.ENTER);
        }
        screen.press(KeyCode.ESCAPE);
    }

    /** Opens a card, types into it, and leaves it in one way or the other. */
    private void dialog() throws Exception {
        var open = one(List.of(
                bench.plan().open(), bench.input().open(), bench.preferences().open()));
        screen.run(() -> open.set(true));
        keys(2);
        screen.press(KeyCode.TAB);
        keys(2);
        screen.press(KeyCode.ESCAPE);
        screen.run(() -> open.set(false));
    }
}
