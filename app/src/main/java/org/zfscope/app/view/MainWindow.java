package org.zfscope.app.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.zfscope.app.viewmodel.Offer;
import org.zfscope.app.viewmodel.Workbench;

/** The window's panes, and what is dropped on them. */
public final class MainWindow {

    /** Of the usual text. */
    private static final double TEXT = 12;

    private final Workbench bench;
    private final LayersPane layers;
    private final MapsPane maps;
    private final UnitPane unit;
    private final PaneWidths widths;
    private final BooleanProperty help = new SimpleBooleanProperty();
    private final BooleanProperty about = new SimpleBooleanProperty();
    private final Keys keys;
    private final StackPane root;

    public MainWindow(Workbench bench, FileDialogs dialogs) {
        this.bench = bench;
        this.layers = new LayersPane(bench);
        this.maps = new MapsPane(bench, dialogs);
        this.unit = new UnitPane(bench, dialogs, this::focusMaps);
        ExperimentPane experiment = new ExperimentPane(bench, dialogs);
        maps.visibleProperty().bind(experiment.visibleProperty().not());
        StackPane centre = new StackPane(maps, experiment);
        SplitPane panes = new SplitPane(layers, centre, unit);
        this.widths = new PaneWidths(panes, layers, centre, unit);
        Openers openers = new Openers(bench, dialogs);
        List<KeyLine> lines = Stream.of(new FileTable(bench, openers).lines(), new KeyTable(bench, this).lines())
                .flatMap(List::stream)
                .toList();
        this.keys = new Keys(lines, this::isOverlaid);
        BorderPane page = new BorderPane(panes);
        page.setTop(new VBox(new TopBar(bench, new MenuRow(bench, lines), openers), new MessageBar(bench, dialogs)));
        page.setBottom(new BottomBar(bench, dialogs));
        Stream.of(
                        bench.plan().open(),
                        bench.input().open(),
                        bench.bookmarks().open(),
                        bench.preferences().open())
                .forEach(open -> open.addListener((o, before, now) -> {
                    if (!now) {
                        focusMaps();
                    }
                }));
        this.root = new StackPane(
                page,
                new ScanCard(bench.plan(), dialogs),
                new InputCard(bench.input()),
                new BookmarkCard(bench.bookmarks()),
                new SettingsCard(bench.preferences(), dialogs),
                new HelpOverlay(lines, help),
                new AboutCard(about));
        root.styleProperty()
                .bind(Bindings.createStringBinding(
                        () -> "-fx-font-size: "
                                + TEXT * bench.preferences().text().get() / 100 + "px",
                        bench.preferences().text()));
        root.getStyleClass().add("window");
        root.getStylesheets()
                .add(Objects.requireNonNull(MainWindow.class.getResource("window.css"))
                        .toExternalForm());
        root.setOnDragOver(this::accept);
        root.setOnDragDropped(this::take);
    }

    public Parent root() {
        return root;
    }

    /** Listens to the keys of a scene that shows this window. */
    public void listen(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> keys.press(e, scene.getFocusOwner()));
        focusMaps();
    }

    /** How wide the outer panes were drawn. */
    public List<Double> widths() {
        return widths.drawn();
    }

    /** Draws the outer panes as wide as they were. */
    public void widths(List<Double> drawn) {
        widths.draw(drawn);
    }

    BooleanProperty layersShown() {
        return widths.leftShown();
    }

    BooleanProperty unitShown() {
        return widths.rightShown();
    }

    void resetLayout() {
        widths.reset();
    }

    void help() {
        help.set(!help.get());
    }

    void about() {
        about.set(true);
    }

    /** Closes what lies over the window, and shows all maps. */
    void reset() {
        bench.inspector().message().set(Optional.empty());
        bench.inspector().selection().frozen().set(false);
        Stream.of(
                        bench.plan().open(),
                        bench.input().open(),
                        bench.bookmarks().open(),
                        bench.preferences().open(),
                        help,
                        about)
                .forEach(open -> open.set(false));
        bench.experiments().back();
        bench.maps().fit();
        focusMaps();
    }

    /** Whether a card asks something. */
    private boolean isOverlaid() {
        return root.getChildren().stream()
                .anyMatch(child -> child.isVisible()
                        && child.getStyleClass().contains(Card.SHADE)
                        && !(child instanceof HelpOverlay || child instanceof AboutCard));
    }

    void search() {
        layers.search().requestFocus();
    }

    void address() {
        unit.address().requestFocus();
    }

    void focusMaps() {
        maps.canvas().requestFocus();
    }

    private void accept(DragEvent event) {
        // what is dragged out of this window is not for itself
        if (event.getGestureSource() == null && Pasting.isUsable(event.getDragboard())) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void take(DragEvent event) {
        Offer offer = Pasting.offer(Offer.Way.DROPPED, event.getDragboard());
        if (!offer.isEmpty()) {
            bench.opening().take(offer);
        }
        event.setDropCompleted(!offer.isEmpty());
        event.consume();
    }
}
