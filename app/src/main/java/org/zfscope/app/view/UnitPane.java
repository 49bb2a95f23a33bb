package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.zfscope.app.engine.ComparisonSheet;
import org.zfscope.app.engine.PictureSheet;
import org.zfscope.app.engine.UnitSheet;
import org.zfscope.app.viewmodel.Inspector;
import org.zfscope.app.viewmodel.Piece;
import org.zfscope.app.viewmodel.UnitWords;
import org.zfscope.app.viewmodel.Workbench;
import org.zfscope.viz.Target;

/** The right: one unit, what it answers to in this picture, and how that was computed. */
final class UnitPane extends VBox {

    private final Workbench bench;
    private final FileDialogs dialogs;
    private final Inspector inspector;
    private final PictureView picture =
            new PictureView("unit-picture", say("app.unit-pane.picture-network-sees-units"));
    private final PictureView map = new PictureView("unit-map", say("app.unit-pane.units-feature-map-click"));
    private final PictureView projection =
            new PictureView("unit-projection", say("app.unit-pane.projection-unit-pixels"));
    private final PictureView patch = new PictureView("unit-patch", say("app.unit-pane.part-picture-unit-sees"));
    private final PictureView control =
            new PictureView("unit-control", say("app.unit-pane.same-seed-through-shuffled"));
    private final PictureView pinned = new PictureView("unit-pinned", say("app.unit-pane.same-unit-what-pinned"));
    private final PictureView pinnedPatch =
            new PictureView("unit-pinned-patch", say("app.unit-pane.what-unit-sees-what"));
    private final AddressBar address;
    private final Label found = Controls.small("");
    private final Slider blend = new Slider(0, 1, 0);

    /**
     * Of a window.
     *
     * @param leave gives the focus back to the maps
     */
    UnitPane(Workbench bench, FileDialogs dialogs, Runnable leave) {
        this.bench = bench;
        this.dialogs = dialogs;
        this.address = new AddressBar(bench.address(), leave);
        this.inspector = bench.inspector();
        setId("unit");
        getStyleClass().add("pane");
        ScrollPane scroll = new ScrollPane(content());
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefHeight(0); // it takes what is left: what is asked of it never pushes the controls out
        VBox.setVgrow(scroll, Priority.ALWAYS);
        MethodControls method = new MethodControls(bench);
        method.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(head(), scroll, method);
        address.over(this);
        map.onPixel((y, x) -> inspector.selection().neuron(y, x));
        ExperimentsMenu.ofUnit(map, bench);
        ExperimentsMenu.ofUnit(projection, bench);
        inspector.results().unit().addListener((o, before, now) -> now.ifPresentOrElse(this::show, this::clear));
        inspector.results().seen().addListener((o, before, now) -> show(now));
        inspector.results().comparison().addListener((o, before, now) -> show(now));
        StaleLook.of(this, inspector.unitStale());
    }

    private VBox head() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(
                4,
                Controls.heading(say("app.unit-pane.unit")),
                step(
                        "←",
                        say("app.unit-pane.back"),
                        bench.history()::back,
                        bench.history().atFirst()),
                step(
                        "→",
                        say("app.unit-pane.forward"),
                        bench.history()::forward,
                        bench.history().atLast()),
                Controls.button(
                        say("app.unit-pane.bookmarks"),
                        say("app.unit-pane.bookmarks-why"),
                        () -> bench.bookmarks().open().set(true)),
                space,
                ExportMenu.of(bench, dialogs, Piece.UNIT));
        line.setAlignment(Pos.CENTER_LEFT);
        found.setId("unit-found");
        found.setMinHeight(Region.USE_PREF_SIZE);
        found.setWrapText(true);
        VBox head = new VBox(4, line, address, held(), found);
        head.getStyleClass().add("pane-head");
        return head;
    }

    /** Clicks on other units show nothing of them until it lets go. */
    private Label held() {
        Label held = new Label();
        held.setId("held");
        held.getStyleClass().add("badge");
        held.textProperty()
                .bind(bench.choices()
                        .target()
                        .map(target -> say(
                                "app.unit-pane.held",
                                target.map(Target::toString).orElse(""))));
        held.visibleProperty().bind(bench.selection().frozen());
        held.managedProperty().bind(bench.selection().frozen());
        return held;
    }

    private static Button step(String arrow, String explanation, Runnable action, ObservableValue<Boolean> end) {
        Button button = Controls.button(arrow, explanation, action);
        button.disableProperty().bind(end);
        return button;
    }

    WayField address() {
        return address.field();
    }

    private VBox content() {
        GridPane grid = new GridPane(8, 4);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().addAll(half, half);
        pair(grid, 0, say("app.unit-pane.picture"), picture, say("app.unit-pane.map"), map);
        pair(grid, 2, say("app.unit-pane.projection"), projection, say("app.unit-pane.patch"), patch);
        Label pinnedName = pair(grid, 4, inspector.results().comparison().map(ComparisonSheet::pinnedWords), pinned);
        grid.add(pinnedPatch, 1, 5);
        Label controlName = pair(grid, 6, inspector.results().comparison().map(ComparisonSheet::controlWords), control);
        shownWhen(
                control,
                controlName,
                Bindings.createBooleanBinding(
                        () -> inspector.results().comparison().get().control().isPresent(),
                        inspector.results().comparison()));
        var isPinned = Bindings.createBooleanBinding(
                () -> inspector.results().comparison().get().pinned().isPresent(),
                inspector.results().comparison());
        shownWhen(pinned, pinnedName, isPinned);
        shownWhen(pinnedPatch, new Label(), isPinned);
        Label note = Controls.small("");
        note.setWrapText(true);
        note.textProperty().bind(inspector.results().comparison().map(ComparisonSheet::note));
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        VBox content = new VBox(8, blending(), grid, note, new TopNineView(bench));
        content.getStyleClass().add("pane-body");
        return content;
    }

    private static void shownWhen(Region view, Label name, ObservableValue<Boolean> condition) {
        for (Region region : new Region[] {view, name}) {
            region.visibleProperty().bind(condition);
            region.managedProperty().bind(condition);
        }
    }

    private static void pair(
            GridPane grid, int row, String left, PictureView leftView, String right, PictureView rightView) {
        pair(grid, row, left, leftView);
        grid.add(Controls.small(right), 1, row);
        grid.add(rightView, 1, row + 1);
    }

    private static Label pair(GridPane grid, int row, String name, PictureView view) {
        Label label = Controls.small(name);
        grid.add(label, 0, row);
        grid.add(view, 0, row + 1);
        return label;
    }

    /** The caption has the whole width. */
    private static Label pair(GridPane grid, int row, ObservableValue<String> name, PictureView view) {
        Label label = pair(grid, row, "", view);
        label.textProperty().bind(name);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        GridPane.setColumnSpan(label, 2);
        return label;
    }

    private HBox blending() {
        blend.setId("blend");
        Controls.explain(blend, say("app.unit-pane.blend-picture-projection"));
        HBox.setHgrow(blend, Priority.ALWAYS);
        picture.over().opacityProperty().bind(blend.valueProperty());
        HBox row = new HBox(
                6,
                Controls.small(say("app.unit-pane.picture")),
                blend,
                Controls.small(say("app.unit-pane.projection")));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void clear() {
        found.setText("");
        Stream.of(picture, map, projection, patch).forEach(PictureView::clear);
    }

    private void show(PictureSheet seen) {
        seen.picture().ifPresentOrElse(picture::show, picture::clear);
        picture.frame(Optional.empty());
    }

    private void show(UnitSheet sheet) {
        found.setText(UnitWords.of(sheet, inspector.results()));
        picture.show(sheet.seen());
        picture.over(sheet.whole());
        if (sheet.hasMap()) {
            map.show(sheet.map().picture());
        } else {
            map.clear();
        }
        if (UnitWords.isSilent(sheet)) {
            picture.frame(Optional.empty());
            map.frame(Optional.empty());
            projection.clear();
            patch.clear();
        } else {
            picture.frame(Optional.of(sheet.field()));
            map.frame(sheet.neuron());
            projection.show(sheet.crop());
            patch.show(sheet.patch());
        }
    }

    private void show(ComparisonSheet comparison) {
        comparison.control().ifPresent(control::show);
        comparison.pinned().ifPresent(sheet -> {
            pinned.show(sheet.crop());
            pinnedPatch.show(sheet.patch());
        });
    }
}
