package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.exhibit.TileSheet;

/** The maps pane: which tile is where, what part of all is seen, and what is under the mouse. */
public final class MapsView {

    /** In which order tiles lie. */
    public enum Order {
        NUMBER,
        STRENGTH
    }

    private final Inspector inspector;
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.NUMBER);
    private final BooleanProperty labels = new SimpleBooleanProperty(true);
    private final ObjectProperty<Viewport> viewport = new SimpleObjectProperty<>(new Viewport(0, 0, 1));
    private final ReadOnlyStringWrapper under = new ReadOnlyStringWrapper("");
    private TileLayout layout = TileLayout.fitting(1, 1, 1, 1, 1);
    private int[] places = {};
    private double width = 1;
    private double height = 1;
    private boolean fitted = true;
    private double hoverX = -1;
    private double hoverY = -1;

    public MapsView(Inspector inspector) {
        this.inspector = inspector;
        inspector.results().maps().addListener((all, before, now) -> {
            arrange(!alike(before, now));
            hover();
        });
        order.addListener((all, before, now) -> {
            arrange(false);
            hover();
        });
        inspector.selection().unit().addListener((all, before, now) -> reveal());
        viewport.addListener((all, before, now) -> {
            hintAtView();
            hover();
        });
    }

    /** New tiles of the same sizes at the same places: people go on looking where they look. */
    private static boolean alike(TileSheet before, TileSheet now) {
        return now.question().isLike(before.question()) && before.units() == now.units();
    }

    /** The pane has another size. */
    public void resize(double nowWidth, double nowHeight) {
        width = Math.max(1, nowWidth);
        height = Math.max(1, nowHeight);
        arrange(fitted);
    }

    private void arrange(boolean anew) {
        TileSheet sheet = sheet();
        places = IntStream.range(0, sheet.units())
                .boxed()
                .sorted(
                        order.get() == Order.STRENGTH
                                ? Comparator.comparing((Integer unit) -> -sheet.strengths()[unit])
                                : Comparator.naturalOrder())
                .mapToInt(Integer::intValue)
                .toArray();
        int tileWidth =
                sheet.tiles().stream().mapToInt(t -> t.picture().width()).max().orElse(1);
        int tileHeight =
                sheet.tiles().stream().mapToInt(t -> t.picture().height()).max().orElse(1);
        if (anew) {
            layout = TileLayout.fitting(Math.max(1, places.length), tileWidth, tileHeight, width, height);
            fit();
        } else {
            layout = new TileLayout(Math.max(1, places.length), layout.columns(), tileWidth, tileHeight, layout.gap());
        }
    }

    /** All tiles, as large as they can be. */
    public void fit() {
        fitted = true;
        viewport.set(Viewport.fit(layout, width, height));
    }

    /** The chosen unit as large as the pane, or all tiles again. */
    public void enlarge() {
        if (!fitted || places.length == 0) {
            fit();
            return;
        }
        fitted = false;
        int place = place(inspector.selection().unit().get());
        double zoom = Math.min(width / layout.stepX(), height / layout.stepY());
        Viewport one = new Viewport(0, 0, 1).zoomed(zoom, 0, 0);
        double x = layout.x(place) + layout.tileWidth() / 2 - width / one.zoom() / 2;
        double y = layout.y(place) + layout.tileHeight() / 2 - height / one.zoom() / 2;
        viewport.set(new Viewport(x, y, one.zoom()));
    }

    public void zoom(double factor, double atX, double atY) {
        fitted = false;
        viewport.set(viewport.get().zoomed(factor, atX, atY));
    }

    /** Larger or smaller around the chosen unit. */
    public void zoom(double factor) {
        int place = place(inspector.selection().unit().get());
        Viewport view = viewport.get();
        double atX = view.paneX(layout.x(place) + layout.tileWidth() / 2);
        double atY = view.paneY(layout.y(place) + layout.tileHeight() / 2);
        zoom(factor, atX, atY);
    }

    public void pan(double byX, double byY) {
        fitted = false;
        viewport.set(viewport.get().panned(byX, byY));
    }

    /** What is seen of strongest pictures is made before the rest. */
    private void hintAtView() {
        if (sheet().question().growsInPlace() && !sheet().isComplete()) {
            inspector.choices().inView().set(fitted ? Set.of() : unitsInView());
        }
    }

    private Set<Integer> unitsInView() {
        return IntStream.range(0, places.length)
                .filter(place -> viewport.get().shows(layout, place, width, height))
                .mapToObj(place -> places[place])
                .collect(Collectors.toSet());
    }

    private void reveal() {
        if (!fitted && places.length > 0) {
            int place = place(inspector.selection().unit().get());
            viewport.set(viewport.get().showing(layout, place, width, height));
        }
    }

    /** Puts the cursor on what is under the mouse. */
    public void choose(double x, double y) {
        int place = placeAt(x, y);
        if (place >= 0 && place < places.length) {
            inspector.selection().choose(places[place]);
        }
    }

    /** Moves the cursor by columns and rows. */
    public void move(int columns, int rows) {
        if (places.length > 0) {
            int to = place(inspector.selection().unit().get()) + columns + rows * layout.columns();
            if (to >= 0 && to < places.length) {
                inspector.selection().choose(places[to]);
            }
        }
    }

    /** Tells what is under the mouse, as long as it stays there whatever comes under it. */
    public void hover(double x, double y) {
        hoverX = x;
        hoverY = y;
        hover();
    }

    /** The mouse has gone. */
    public void leave() {
        hover(-1, -1);
    }

    private void hover() {
        int place = hoverX < 0 || hoverY < 0 ? -1 : placeAt(hoverX, hoverY);
        if (place < 0 || place >= places.length) {
            under.set("");
            return;
        }
        double row = viewport.get().sheetY(hoverY) - layout.y(place);
        double column = viewport.get().sheetX(hoverX) - layout.x(place);
        under.set(TileWords.of(sheet(), places[place], row, column));
    }

    private int placeAt(double x, double y) {
        return layout.place(viewport.get().sheetX(x), viewport.get().sheetY(y));
    }

    /** Where a unit's tile is; 0 where there is none. */
    public int place(int unit) {
        for (int i = 0; i < places.length; i++) {
            if (places[i] == unit) {
                return i;
            }
        }
        return 0;
    }

    /** The layer, how many units of what size it has, and how many tiles of a sheet that grows are done. */
    public String title() {
        TileSheet sheet = sheet();
        return sheet.layer().isEmpty()
                ? say("app.any.maps")
                : inspector
                        .results()
                        .network()
                        .get()
                        .filter(network -> network.has(sheet.layer()))
                        .map(network -> title(sheet, network.shape(sheet.layer())))
                        .orElse(sheet.layer());
    }

    private static String title(TileSheet sheet, Shape shape) {
        String size = shape.isFlat()
                ? say("app.maps-view.units", shape.channels())
                : say("app.maps-view.maps-2", shape.channels(), Quantities.shape(shape.height(), shape.width()));
        String part = sheet.isComplete() ? "" : say("app.maps-view.done", sheet.done());
        return sheet.layer() + "  " + size + part;
    }

    public TileSheet sheet() {
        return inspector.results().maps().get();
    }

    public TileLayout layout() {
        return layout;
    }

    /** The units by place; read only. */
    public int[] places() {
        return places;
    }

    public ObjectProperty<Order> order() {
        return order;
    }

    /** Whether units' numbers are shown. */
    public BooleanProperty labels() {
        return labels;
    }

    public ObjectProperty<Viewport> viewport() {
        return viewport;
    }

    /** Unit, position and value under the mouse, or nothing. */
    public ReadOnlyStringProperty under() {
        return under.getReadOnlyProperty();
    }
}
