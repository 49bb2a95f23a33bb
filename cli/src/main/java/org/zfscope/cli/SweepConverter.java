package org.zfscope.cli;

import org.zfscope.viz.analysis.Sweep;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code from:to:step}. */
final class SweepConverter implements ITypeConverter<Sweep> {

    @Override
    public Sweep convert(String text) {
        try {
            return Sweep.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
