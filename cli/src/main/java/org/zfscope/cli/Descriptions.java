package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.util.Enumeration;
import java.util.ResourceBundle;
import org.zfscope.models.words.Words;
import picocli.CommandLine;

/** The command line's sentences as picocli takes them: it formats them, so that percent signs and line ends are escaped. */
final class Descriptions extends ResourceBundle {

    private static final String EXIT_CODES = "cli.descriptions.exit-codes-0-done";

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
        return sentences.getString(key).replace("%", "%%").replace("\n", "%n");
    }

    @Override
    public boolean containsKey(String key) {
        return sentences.containsKey(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return sentences.getKeys();
    }
}
