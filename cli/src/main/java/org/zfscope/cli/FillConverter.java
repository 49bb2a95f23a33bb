package org.zfscope.cli;

import org.zfscope.viz.analysis.Fill;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what covers a part of a picture. */
final class FillConverter implements ITypeConverter<Fill> {

    @Override
    public Fill convert(String text) {
        try {
            return Fill.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
