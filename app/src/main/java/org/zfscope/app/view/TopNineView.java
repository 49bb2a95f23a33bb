package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.zfscope.app.engine.TopHit;
import org.zfscope.app.engine.TopSheet;
import org.zfscope.app.viewmodel.TopNine;
import org.zfscope.app.viewmodel.Workbench;

/**
 * The unit's strongest pictures, three by three: projections labelled with their values, and beside them in the same order the
 * patches that they were made from, labelled with their classes. A click opens the picture.
 */
final class TopNineView extends VBox {

    private static final int COLUMNS = 3;

    private final Label summary = Controls.small("");
    private final List<HitCell> projections;
    private final List<HitCell> patches;

    TopNineView(Workbench bench) {
        super(4);
        this.projections = cells("projection", bench.top());
        this.patches = cells("patch", bench.top());
        setId("unit-top");
        summary.setId("unit-top-summary");
        summary.setWrapText(true);
        summary.setTooltip(new Tooltip(say("app.top-nine-view.why")));
        getChildren()
                .addAll(
                        Controls.small(say("app.top-nine-view.strongest-pictures")),
                        summary,
                        new HBox(8, block(projections), block(patches)));
        var choices = bench.choices();
        visibleProperty().bind(choices.index().map(index -> index.isPresent()));
        managedProperty().bind(visibleProperty());
        bench.results().top().addListener((o, before, now) -> show(now));
    }

    private static GridPane block(List<HitCell> cells) {
        GridPane block = new GridPane(3, 3);
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints third = new ColumnConstraints();
            third.setPercentWidth(100.0 / COLUMNS);
            block.getColumnConstraints().add(third);
        }
        for (int i = 0; i < cells.size(); i++) {
            block.add(cells.get(i), i % COLUMNS, i / COLUMNS);
        }
        block.setMaxWidth(Double.MAX_VALUE);
        block.setPrefWidth(100);
        HBox.setHgrow(block, Priority.ALWAYS);
        return block;
    }

    private static List<HitCell> cells(String kind, TopNine top) {
        return IntStream.range(0, COLUMNS * COLUMNS)
                .mapToObj(i -> new HitCell(kind, i, top::look))
                .toList();
    }

    private void show(TopSheet sheet) {
        summary.setText(sheet.problem().isEmpty() ? sheet.summary() : sheet.problem());
        for (int i = 0; i < COLUMNS * COLUMNS; i++) {
            if (i < sheet.hits().size()) {
                TopHit hit = sheet.hits().get(i);
                projections.get(i).show(hit, hit.projection(), hit.value());
                patches.get(i).show(hit, Optional.of(hit.patch()), hit.label());
            } else {
                projections.get(i).clear();
                patches.get(i).clear();
            }
        }
    }
}
