package org.zfscope.app.view;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.zfscope.app.engine.TopHit;
import org.zfscope.app.engine.TopSheet;
import org.zfscope.app.viewmodel.TopNine;
import org.zfscope.app.viewmodel.Workbench;
import org.zfscope.models.image.RgbImage;

/**
 * The unit's strongest pictures, three by three: projections labelled with their values, and beside them in the same order the
 * patches that they were made from, labelled with their classes. A click opens the picture.
 */
final class TopNineView extends VBox {

    private static final int COLUMNS = 3;

    private final TopNine top;
    private final Label summary = Controls.small("");
    private final GridPane projections = block();
    private final GridPane patches = block();

    TopNineView(Workbench bench) {
        super(4);
        this.top = bench.top();
        setId("unit-top");
        summary.setId("unit-top-summary");
        summary.setWrapText(true);
        projections.setId("unit-top-projections");
        patches.setId("unit-top-patches");
        HBox.setHgrow(projections, Priority.ALWAYS);
        HBox.setHgrow(patches, Priority.ALWAYS);
        getChildren().addAll(Controls.small("Strongest pictures"), summary, new HBox(8, projections, patches));
        var choices = bench.inspector().choices();
        visibleProperty().bind(choices.index().map(index -> index.isPresent()));
        managedProperty().bind(visibleProperty());
        bench.inspector().results().top().addListener((o, before, now) -> show(now));
    }

    private static GridPane block() {
        GridPane block = new GridPane(3, 3);
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints third = new ColumnConstraints();
            third.setPercentWidth(100.0 / COLUMNS);
            block.getColumnConstraints().add(third);
        }
        block.setMaxWidth(Double.MAX_VALUE);
        block.setPrefWidth(100);
        return block;
    }

    private void show(TopSheet sheet) {
        summary.setText(sheet.problem().isEmpty() ? sheet.summary() : sheet.problem());
        projections.getChildren().clear();
        patches.getChildren().clear();
        List<TopHit> hits = sheet.hits();
        for (int i = 0; i < hits.size(); i++) {
            TopHit hit = hits.get(i);
            String value = String.format(Locale.ROOT, "%.3g", hit.hit().value());
            String label = hit.hit().picture().label();
            RgbImage projection = hit.projection().orElse(hit.patch());
            VBox left = cell(i, hit, projection, value, "projection");
            left.setOpacity(hit.projection().isPresent() ? 1 : 0.3);
            projections.add(left, i % COLUMNS, i / COLUMNS);
            patches.add(cell(i, hit, hit.patch(), label, "patch"), i % COLUMNS, i / COLUMNS);
        }
    }

    private VBox cell(int number, TopHit hit, RgbImage picture, String text, String kind) {
        String name = String.format(
                Locale.ROOT,
                "%s %d of the strongest: %.4g at %d,%d in %s; opens the picture",
                kind,
                number + 1,
                hit.hit().value(),
                hit.hit().y(),
                hit.hit().x(),
                hit.hit().picture().path());
        PictureView view = new PictureView("top-" + kind + "-" + number, name);
        view.show(picture);
        Label label = Controls.small(text);
        label.setMinWidth(0);
        VBox cell = new VBox(view, label);
        cell.setAlignment(Pos.TOP_CENTER);
        cell.getStyleClass().add("hit");
        cell.setFocusTraversable(true);
        cell.setAccessibleRole(AccessibleRole.BUTTON);
        cell.setAccessibleText(name);
        Tooltip.install(cell, new Tooltip(name));
        cell.setOnMouseClicked(e -> top.look(hit));
        cell.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                top.look(hit);
            }
        });
        return cell;
    }
}
