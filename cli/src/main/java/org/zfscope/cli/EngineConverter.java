package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import org.zfscope.models.Engines;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of what computes. */
final class EngineConverter implements ITypeConverter<String> {

    @Override
    public String convert(String text) {
        if (!Engines.names().contains(text)) {
            throw new TypeConversionException(
                    say("cli.engine-converter.expected-one", String.join(", ", Engines.names()), text));
        }
        return text;
    }
}
