package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.zfscope.app.viewmodel.KnownIndex;
import org.zfscope.app.viewmodel.ScanPlan;

/** Asks which folder is to be scanned for strongest pictures, and where the index goes. */
final class ScanCard extends StackPane {

    private static final double WIDTH = 560;

    private final ScanPlan plan;
    private final FileDialogs dialogs;
    private final TextField folder;

    ScanCard(ScanPlan plan, FileDialogs dialogs) {
        this.plan = plan;
        this.dialogs = dialogs;
        setId("scan");
        getStyleClass().add("shade");
        this.folder = Controls.field("scan-folder", say("app.scan-card.folder-pictures"), plan.folder());
        Label about = new Label(say("app.scan-card.which-pictures-does-each"));
        about.setWrapText(true);
        Button scan = Controls.button(say("app.scan-card.scan"), say("app.scan-card.scan-folder"), plan::scan);
        scan.setId("scan-start");
        scan.setDefaultButton(true);
        scan.disableProperty().bind(plan.open().not()); // or Enter would scan from anywhere
        HBox buttons = new HBox(
                8, scan, Controls.button(say("app.scan-card.cancel"), say("app.scan-card.do-scan"), () -> plan.open()
                        .set(false)));
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(
                10,
                Controls.heading(say("app.scan-card.strongest-pictures")),
                about,
                row(
                        say("app.scan-card.pictures"),
                        folder,
                        say("app.scan-card.choose-folder-pictures"),
                        this::chooseFolder),
                Controls.problem("scan-folder-problem", plan.folderProblem()),
                row(
                        say("app.scan-card.index"),
                        Controls.field("scan-file", say("app.scan-card.index-why"), plan.file()),
                        say("app.scan-card.choose-file-index"),
                        this::chooseFile),
                Controls.problem("scan-file-problem", plan.fileProblem()),
                known(),
                new ScanLayersView(plan.layers()),
                buttons);
        card.getStyleClass().add("card");
        card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        getChildren().add(card);
        visibleProperty().bind(plan.open());
        plan.open().addListener((o, before, now) -> {
            if (now) {
                folder.requestFocus();
            }
        });
    }

    private static HBox row(String name, TextField field, String explanation, Runnable choose) {
        Label label = Controls.small(name);
        label.setMinWidth(54);
        HBox row = new HBox(6, label, field, Controls.button("…", explanation, choose));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** What was scanned with this network before; only where there is something. */
    private HBox known() {
        MenuButton menu = Controls.explain(new MenuButton(say("app.scan-card.known")), say("app.scan-card.known-why"));
        menu.setId("scan-known");
        menu.getStyleClass().add("small");
        Runnable fill = () ->
                menu.getItems().setAll(plan.known().stream().map(this::item).toList());
        plan.known().addListener((ListChangeListener<KnownIndex>) c -> fill.run());
        fill.run();
        HBox row = new HBox(menu);
        row.visibleProperty().bind(Bindings.isNotEmpty(plan.known()));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private MenuItem item(KnownIndex index) {
        MenuItem item = new MenuItem(index.name());
        item.setMnemonicParsing(false);
        item.setOnAction(e -> plan.open(index));
        return item;
    }

    private void chooseFolder() {
        dialogs.folder(say("app.scan-card.folder-pictures-scan"))
                .ifPresent(chosen -> plan.folder().set(chosen.toString()));
    }

    private void chooseFile() {
        dialogs.save("index", List.of(new FileKind(say("app.scan-card.indexes"), ".json")))
                .ifPresent(chosen -> plan.file().set(chosen.toString()));
    }
}
