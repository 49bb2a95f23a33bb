package org.zfscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

class HelpTest {

    static Stream<CommandLine> commands() {
        CommandLine all = Descriptions.into(new CommandLine(new Zfscope()));
        return Stream.concat(Stream.of(all), all.getSubcommands().values().stream());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandAndOptionSaysWhatItDoes(CommandLine command) {
        assertThat(command.getCommandSpec().usageMessage().description()).allSatisfy(HelpTest::tells);
        for (ArgSpec argument : command.getCommandSpec().args()) {
            assertThat(argument.description()).isNotEmpty().allSatisfy(HelpTest::tells);
        }
    }

    private static void tells(String text) {
        assertThat(text).matches("(?s)\\S.{3,}").doesNotContain("null", "${bundle");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyHelpEndsWithTheExitCodes(CommandLine command) {
        assertThat(command.getUsageMessage())
                .containsPattern("\\n\\nExit codes: 0 done, 1 the work failed, 2 wrong usage[^:]*$");
    }

    @Test
    void defaultsAndChoicesStandInDescriptions() {
        assertThat(Cli.run("top9", "--help").out().replaceAll("\\s+", " "))
                .contains("Pictures a map: 9.", "activations: MAX, ");
    }
}
