package org.zfscope.app.view;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

    private static final double[] USUAL_DIVIDERS = {0.21, 0.71};

    private final Workbench bench;
    private final LayersPane layers;
    private final MapsPane maps;
    private final UnitPane unit;
    private final TopBar top;
    private final SplitPane panes;
    private final HelpOverlay help;
    private final Keys keys;
    private final StackPane root;

    public MainWindow(Workbench bench, FileDialogs dialogs) {
        this.bench = bench;
        this.layers = new LayersPane(bench);
        this.maps = new MapsPane(bench, dialogs);
        List<KeyLine> lines = new KeyTable(bench, this).lines();
        this.keys = new Keys(lines);
        this.help = new HelpOverlay(lines);
        this.top = new TopBar(bench, dialogs, this::help);
        this.unit = new UnitPane(bench, dialogs, this::focusMaps);
        this.panes = new SplitPane(layers, maps, unit);
        panes.setDividerPositions(USUAL_DIVIDERS);
        SplitPane.setResizableWithParent(layers, false);
        SplitPane.setResizableWithParent(unit, false);
        layers.setMinWidth(170);
        maps.setMinWidth(280);
        unit.setMinWidth(300);
        BorderPane page = new BorderPane(panes);
        page.setTop(new VBox(top, new MessageBar(bench, dialogs)));
        page.setBottom(new BottomBar(bench));
        for (var card :
                List.of(bench.plan().open(), bench.input().open(), bench.bookmarks().open())) {
            card.addListener((o, before, now) -> {
                if (!now) {
                    focusMaps();
                }
            });
        }
        this.root = new StackPane(
                page,
                new ScanCard(bench.plan(), dialogs),
                new InputCard(bench.input()),
                new BookmarkCard(bench.bookmarks()),
                help);
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

    /** Where the panes meet, as shares of the window. */
    public List<Double> dividers() {
        return Arrays.stream(panes.getDividerPositions()).boxed().toList();
    }

    /** Puts the panes' borders where they were. */
    public void dividers(List<Double> positions) {
        if (positions.size() == USUAL_DIVIDERS.length) {
            panes.setDividerPositions(
                    positions.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    void help() {
        help.setVisible(!help.isVisible());
    }

    /** Closes what lies over the window, and shows all maps. */
    void reset() {
        bench.inspector().message().set(Optional.empty());
        bench.inspector().selection().frozen().set(false);
        bench.plan().open().set(false);
        bench.input().open().set(false);
        bench.bookmarks().open().set(false);
        help.setVisible(false);
        bench.maps().fit();
        focusMaps();
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

    void openPictures() {
        top.openPictures();
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
