package org.zfscope.models.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Dense;
import org.zfscope.models.layer.Dropout;
import org.zfscope.models.open.Models;

/** The paper's transfer learning: new classes on top of layers that another task has formed. */
class TransferTest {

    private final Path folder;
    private final Trainer.Task task;
    private final Network trained;

    TransferTest(@TempDir Path folder) {
        this.folder = folder;
        this.task = Synthetic.task(folder);
        Recipe recipe = Synthetic.recipe(2, Schedule.COSINE);
        Trainer.start(task, Synthetic.network(), recipe, folder.resolve("first"))
                .run(new TrainingProgress() {});
        this.trained = open("first");
    }

    private Network open(String run) {
        return Models.open(folder.resolve(run).resolve("model.zip").toString());
    }

    private Network retrain(PretrainedNetwork foundation) {
        Recipe recipe = Synthetic.recipe(4, Schedule.COSINE);
        List<EpochRecord> epochs = Trainer.transfer(task, foundation, recipe, folder.resolve("second"))
                .run(new TrainingProgress() {});
        assertThat(epochs.get(3).accuracy()).isGreaterThan(0.6);
        return open("second");
    }

    private static float[] filters(Network network) {
        return ((Convolution) network.node("conv1").layer()).weights().values();
    }

    private static float[] hidden(Network network) {
        return ((Dense) network.node("fc2").layer()).weights().values();
    }

    @Test
    void frozenLayersStayAndTheOthersLearn() {
        Network after = retrain(PretrainedNetwork.of(trained).freeze("conv1"));
        assertThat(filters(after)).isEqualTo(filters(trained));
        assertThat(hidden(after)).isNotEqualTo(hidden(trained));
    }

    @Test
    void withoutFreezingAllLayersLearn() {
        Network after = retrain(PretrainedNetwork.of(trained));
        assertThat(filters(after)).isNotEqualTo(filters(trained));
    }

    @Test
    void dropoutGoesOnAtItsRate() {
        List<Node> nodes = trained.nodes().stream()
                .map(n -> n.layer() instanceof Dropout ? new Node(n.name(), new Dropout(0.2), n.inputs()) : n)
                .toList();
        Network gentle = new Network(trained.name(), trained.input(), trained.preprocessing(), trained.labels(), nodes);
        assertThat(rates(trained)).containsExactly(0.5);
        assertThat(rates(retrain(PretrainedNetwork.of(gentle)))).containsExactly(new double[] {0.2}, within(1e-6));
    }

    /** What each dropout drops. */
    private static double[] rates(Network network) {
        return network.nodes().stream()
                .map(Node::layer)
                .filter(Dropout.class::isInstance)
                .mapToDouble(layer -> ((Dropout) layer).rate())
                .toArray();
    }

    @Test
    void aLayerThatDoesNotExistCannotBeFrozen() {
        assertThatThrownBy(() -> PretrainedNetwork.of(trained).freeze("conv9")).hasMessageContaining("conv9");
    }
}
