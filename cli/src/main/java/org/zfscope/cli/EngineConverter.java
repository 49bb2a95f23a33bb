package org.zfscope.cli;

import org.zfscope.models.Engines;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of what computes. */
final class EngineConverter implements ITypeConverter<String> {

    @Override
    public String convert(String text) {
        if (!Engines.names().contains(text)) {
            throw new TypeConversionException(
                    "expected one of " + String.join(", ", Engines.names()) + " but was '" + text + "'");
        }
        return text;
    }
}
