package org.zfscope.app.view;

import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
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
        this.folder = field("scan-folder", "Folder of pictures", plan.folder());
        Label about = new Label("Which pictures does each unit answer to most? The network looks at all pictures of a"
                + " folder and the folders in it; a folder's name is the class of its pictures. An index that was begun"
                + " with this network and these pictures goes on.");
        about.setWrapText(true);
        Button scan = Controls.button("Scan", "Scan the folder", plan::scan);
        scan.setId("scan-start");
        scan.setDefaultButton(true);
        scan.disableProperty().bind(plan.open().not()); // or Enter would scan from anywhere
        HBox buttons = new HBox(8, scan, Controls.button("Cancel", "Do not scan", () -> plan.open()
                .set(false)));
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(
                10,
                Controls.heading("Strongest pictures"),
                about,
                row("Pictures", folder, "Choose the folder of pictures", this::chooseFolder),
                row(
                        "Index",
                        field("scan-file", "Index", plan.file()),
                        "Choose the file of the index",
                        this::chooseFile),
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

    private static TextField field(String id, String name, StringProperty text) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        field.textProperty().bindBidirectional(text);
        field.getStyleClass().add("small");
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private static HBox row(String name, TextField field, String explanation, Runnable choose) {
        Label label = Controls.small(name);
        label.setMinWidth(54);
        HBox row = new HBox(6, label, field, Controls.button("…", explanation, choose));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void chooseFolder() {
        dialogs.folder("A folder of pictures to scan")
                .ifPresent(chosen -> plan.folder().set(chosen.toString()));
    }

    private void chooseFile() {
        dialogs.save("index", "Indexes", ".json")
                .ifPresent(chosen -> plan.file().set(chosen.toString()));
    }
}
