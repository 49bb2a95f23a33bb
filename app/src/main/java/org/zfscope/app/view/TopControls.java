package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.zfscope.app.viewmodel.Choices;
import org.zfscope.app.viewmodel.Workbench;
import org.zfscope.viz.exhibit.StrongestPictures.Side;

/** What the maps pane shows of strongest pictures, and the way to more of them; only while it shows them. */
final class TopControls {

    private TopControls() {}

    static List<Node> of(Workbench bench) {
        Choices choices = bench.choices();
        Button scan = Controls.button(
                say("app.top-controls.scan"),
                say("app.top-controls.scan-folder-strongest-pictures"),
                () -> bench.plan().open().set(true));
        Button resume = Controls.button(
                say("app.top-controls.resume"), say("app.top-controls.go-scan-index"), bench.top()::resume);
        resume.setId("resume");
        BooleanBinding needed =
                Bindings.createBooleanBinding(() -> choices.kind().get().needsIndex(), choices.kind());
        shownWhile(
                resume,
                needed.and(Bindings.createBooleanBinding(
                        () -> bench.jobs().running().isEmpty() && bench.top().isBegun(),
                        choices.index(),
                        bench.jobs().running())));
        Node sides = Controls.choice(
                "side",
                choices.side(),
                Controls.all(Side.class),
                side -> side == Side.PATCHES
                        ? say("app.top-controls.patches")
                        : say("app.top-controls.their-projections"),
                side -> side == Side.PATCHES
                        ? say("app.top-controls.what-each-unit-sees")
                        : say("app.top-controls.what-strongest-pictures-each"));
        shownWhile(sides, needed);
        shownWhile(scan, needed);
        return List.of(sides, scan, resume);
    }

    private static void shownWhile(Node node, BooleanBinding condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }
}
