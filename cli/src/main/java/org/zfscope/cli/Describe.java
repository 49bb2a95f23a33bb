package org.zfscope.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.viz.ReceptiveField;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a network's layers. */
@Command(name = "describe", description = "Prints a network's layers, shapes and receptive fields.")
final class Describe implements Callable<Integer> {

    @Mixin
    private ModelOptions model;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Network network = model.open();
        if (json) {
            out.println(Json.of(NetworkJson.of(network)));
        } else {
            print(network, out);
        }
        return 0;
    }

    private static void print(Network network, PrintWriter out) {
        out.println(network.name() + ": input " + network.input() + ", "
                + network.nodes().size() + " layers, "
                + String.format("%,d", network.parameters()) + " parameters, "
                + (network.labels().isEmpty()
                        ? "no class names"
                        : network.labels().size() + " class names"));
        out.println("pictures: " + network.preprocessing());
        int width =
                network.nodes().stream().mapToInt(n -> n.name().length()).max().orElse(5);
        String row = "%-" + Math.max(5, width) + "s  %-20s  %-16s  %12s  %s%n";
        out.printf(row, "layer", "kind", "output", "parameters", "receptive field: size / stride / offset");
        for (Node node : network.nodes()) {
            out.printf(
                    row,
                    node.name(),
                    node.layer().kind(),
                    network.shape(node.name()),
                    String.format("%,d", node.layer().parameters()),
                    text(ReceptiveField.of(network, node.name())));
        }
    }

    private static String text(ReceptiveField field) {
        String vertical = text(field.vertical());
        String horizontal = text(field.horizontal());
        return vertical.equals(horizontal) ? vertical : vertical + " by " + horizontal;
    }

    private static String text(ReceptiveField.Axis axis) {
        return axis.size() + " / " + axis.stride() + " / " + axis.offset();
    }
}
