package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.zfscope.app.engine.Catalogue;
import org.zfscope.app.viewmodel.ChoiceWords;
import org.zfscope.app.viewmodel.Choices;
import org.zfscope.app.viewmodel.Inspector;
import org.zfscope.app.viewmodel.MapsView;
import org.zfscope.app.viewmodel.Piece;
import org.zfscope.app.viewmodel.Workbench;
import org.zfscope.viz.exhibit.TileSheet;
import org.zfscope.viz.render.Scale;
import org.zfscope.viz.render.Tile;

/** The centre: the tiles of the layer, what they are, and what is under the mouse. */
final class MapsPane extends BorderPane {

    private static final List<Double> GAINS = List.of(0.5, 1.0, 2.0, 4.0, 8.0);

    private final Inspector inspector;
    private final Workbench bench;
    private final FileDialogs dialogs;
    private final MapsCanvas canvas;

    MapsPane(Workbench bench, FileDialogs dialogs) {
        this.bench = bench;
        this.dialogs = dialogs;
        this.inspector = bench.inspector();
        this.canvas = new MapsCanvas(bench);
        setId("maps");
        ExperimentsMenu.ofUnit(canvas, bench);
        getStyleClass().add("pane");
        setTop(head());
        setCenter(sheet());
        setBottom(foot());
        StaleLook.of(this, inspector.mapsStale());
    }

    MapsCanvas canvas() {
        return canvas;
    }

    private VBox head() {
        Label title = Controls.heading(say("app.any.maps"));
        title.setId("maps-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        title.textProperty()
                .bind(Bindings.createStringBinding(
                        bench.maps()::title, inspector.results().maps()));
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox line = new HBox(8, title, ExportMenu.of(bench, dialogs, Piece.MAPS));
        line.setAlignment(Pos.CENTER_LEFT);
        FlowPane kinds = Controls.wrapped(
                "kind",
                inspector.choices().kind(),
                Controls.all(Catalogue.class),
                Catalogue::word,
                Catalogue::explanation);
        VBox head = new VBox(6, line, kinds, choices());
        head.getStyleClass().add("pane-head");
        return head;
    }

    private FlowPane choices() {
        Choices choices = inspector.choices();
        MapsView maps = bench.maps();
        ComboBox<Double> gain = Controls.list(
                say("app.maps-pane.gain-maps-filters"),
                choices.mapsGain(),
                GAINS,
                g -> "x " + (g < 1 ? g.toString() : Integer.toString(g.intValue())));
        FlowPane row = new FlowPane(
                6,
                6,
                Controls.choice(
                        "scale",
                        choices.scale(),
                        List.of(Scale.Shared.TILE, Scale.Shared.LAYER),
                        ChoiceWords::of,
                        s -> s == Scale.Shared.TILE
                                ? say("app.maps-pane.each-tile-has-own")
                                : say("app.maps-pane.all-tiles-share-one")),
                Controls.choice(
                        "order",
                        maps.order(),
                        Controls.all(MapsView.Order.class),
                        ChoiceWords::of,
                        o -> o == MapsView.Order.NUMBER
                                ? say("app.maps-pane.order-units")
                                : say("app.maps-pane.strongest-first")),
                new StackPane(gain),
                Controls.button(say("app.maps-pane.fit"), say("app.maps-pane.show-all-tiles-double"), maps::fit));
        row.getChildren().addAll(TopControls.of(bench));
        row.setAlignment(Pos.CENTER_LEFT);
        Disabled.choice(row, "scale", bench.applicable().scale(), say("app.maps-pane.no-scale"));
        Disabled.unless(bench.applicable().mapsGain(), gain, gain.getParent(), say("app.maps-pane.no-gain"));
        return row;
    }

    private StackPane sheet() {
        Label hint = new Label();
        hint.setId("maps-hint");
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        hint.textProperty()
                .bind(Bindings.createStringBinding(
                        this::hint,
                        inspector.results().maps(),
                        inspector.results().network(),
                        inspector.results().seen(),
                        inspector.choices().model(),
                        inspector.busy()));
        hint.visibleProperty().bind(hint.textProperty().isNotEmpty());
        hint.setMouseTransparent(true);
        canvas.setMinSize(0, 0);
        StackPane stack = new StackPane(canvas, hint);
        stack.setMinSize(0, 0);
        return stack;
    }

    private String hint() {
        TileSheet sheet = inspector.results().maps().get();
        if (!sheet.tiles().isEmpty()) {
            return "";
        }
        if (inspector.busy().get()) {
            return say("app.maps-pane.loading");
        }
        if (!sheet.note().isEmpty()) {
            return sheet.note();
        }
        return inspector.choices().model().get().isEmpty()
                ? say("app.maps-pane.drop-model-dl4j-zip")
                : say("app.maps-pane.drop-picture-here");
    }

    private HBox foot() {
        Label under = Controls.small("");
        under.setId("maps-under");
        under.textProperty().bind(bench.maps().under());
        Label note = Controls.small("");
        note.textProperty().bind(inspector.results().maps().map(TileSheet::note));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label cross = Controls.small(say("app.maps-pane.cross"));
        cross.visibleProperty().bind(inspector.results().maps().map(sheet -> sheet.tiles().stream()
                .anyMatch(Tile::dead)));
        cross.setMinWidth(Region.USE_PREF_SIZE);
        Stream.of(under, note).forEach(words -> {
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
        });
        HBox foot = new HBox(8, under, space, note, cross);
        foot.getStyleClass().add("pane-foot");
        return foot;
    }
}
