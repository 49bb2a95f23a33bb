package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.zfscope.models.words.Words;
import picocli.CommandLine;

/** The command line's sentences as picocli takes them: it formats them, so that percent signs and line ends are escaped. */
final class Descriptions extends ResourceBundle {

    private static final String EXIT_CODES = "cli.descriptions.exit-codes-0-done";

    /** What picocli says in every command, by its own keys. */
    private static final Map<String, String> EVERYWHERE = Map.of(
            "usage.synopsisHeading", "cli.descriptions.usage",
            "usage.commandListHeading", "cli.descriptions.commands",
            "mixinStandardHelpOptions.help", "cli.descriptions.help",
            "mixinStandardHelpOptions.version", "cli.descriptions.version",
            "zfscope.help.usage.header", "cli.descriptions.help-command",
            "zfscope.help.usage.description", "cli.descriptions.help-command-of",
            "helpCommand.help", "cli.descriptions.help",
            "helpCommand.command", "cli.descriptions.help-on");

    private final ResourceBundle sentences = Words.bundle("cli");

    /**
     * Puts them into a command and those below it. The footer is put into each: picocli copies that of an annotation
     * down before there is a bundle.
     */
    static CommandLine into(CommandLine line) {
        line.setResourceBundle(new Descriptions());
        foot(line);
        return line;
    }

    private static void foot(CommandLine line) {
        line.getCommandSpec().usageMessage().footer("", say(EXIT_CODES));
        line.getSubcommands().values().forEach(Descriptions::foot);
    }

    @Override
    protected Object handleGetObject(String key) {
        return sentences
                .getString(EVERYWHERE.getOrDefault(key, key))
                .replace("%", "%%")
                .replace("\n", "%n");
    }

    @Override
    public boolean containsKey(String key) {
        return sentences.containsKey(EVERYWHERE.getOrDefault(key, key));
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(Stream.concat(EVERYWHERE.keySet().stream(), sentences.keySet().stream())
                .toList());
    }
}
