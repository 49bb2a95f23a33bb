package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.zfscope.models.open.Shelf;
import org.zfscope.models.pull.Cache;
import org.zfscope.models.pull.Megabytes;
import org.zfscope.models.pull.Offer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the networks that have names. */
@Command(
        name = "models",
        description = "${bundle:cli.models-command.about}",
        subcommands = PullCommand.class,
        synopsisSubcommandLabel = "[COMMAND]")
final class ModelsCommand implements Callable<Integer> {

    @Option(names = "--json", descriptionKey = "cli.any.print-json")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Shelf.Known> all = Shelf.all();
        if (json) {
            out.println(Json.of(all.stream().map(ModelsCommand::json).toList()));
            return 0;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                say("cli.models-command.name"),
                say("cli.models-command.weights"),
                say("cli.models-command.size"),
                say("cli.models-command.what")));
        all.forEach(known -> rows.add(row(known)));
        int[] widths = new int[3];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Columns.width(row.get(i)));
            }
        });
        rows.forEach(row -> out.println(String.join(
                "  ",
                Columns.left(row.get(0), widths[0]),
                Columns.left(row.get(1), widths[1]),
                Columns.right(row.get(2), widths[2]),
                row.get(3))));
        out.println(say("cli.models-command.fetch", Cache.usual().folder()));
        return 0;
    }

    private static List<String> row(Shelf.Known known) {
        return List.of(
                known.name(),
                word(known),
                known.offer().map(ModelsCommand::size).orElse(""),
                known.offer()
                        .map(o -> say("cli.models-command.about-offer", o.about(), o.source(), o.licence()))
                        .orElse(known.state() == Shelf.State.BUNDLED ? say("cli.models-command.bundled") : ""));
    }

    private static String word(Shelf.Known known) {
        return switch (known.state()) {
            case BUNDLED -> say("cli.models-command.state-bundled");
            case FETCHED -> say("cli.models-command.state-fetched");
            case OFFERED ->
                known.random()
                        ? say("cli.models-command.state-random-offered")
                        : say("cli.models-command.state-offered");
            case RANDOM -> say("cli.models-command.state-random");
        };
    }

    private static String size(Offer offer) {
        String megabytes = Megabytes.text(offer.limit());
        return say(
                offer.bytes().isPresent() ? "cli.models-command.megabytes" : "cli.models-command.at-most-megabytes",
                megabytes);
    }

    private static Map<String, Object> json(Shelf.Known known) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", known.name());
        json.put("weights", known.state().name().toLowerCase(Locale.ROOT));
        known.file().ifPresent(file -> json.put("file", file.toString()));
        known.offer().ifPresent(offer -> put(offer, json));
        return json;
    }

    private static void put(Offer offer, Map<String, Object> json) {
        json.put("about", offer.about());
        json.put("source", offer.source());
        json.put("licence", offer.licence());
        json.put(offer.bytes().isPresent() ? "bytes" : "mostBytes", offer.limit());
        json.put("urls", offer.urls().stream().map(Objects::toString).toList());
        offer.sums().forEach((sum, value) -> json.put(sum.name().toLowerCase(Locale.ROOT), value));
        Cache.usual().pulled(offer).ifPresent(pulled -> {
            json.put("sha256", pulled.sha256());
            json.put("from", pulled.from());
        });
    }
}
