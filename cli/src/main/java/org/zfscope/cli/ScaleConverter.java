package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import org.zfscope.viz.render.Scale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code tile}, {@code layer} or the value that is drawn brightest. */
final class ScaleConverter implements ITypeConverter<Scale> {

    @Override
    public Scale convert(String text) {
        return switch (text) {
            case "tile" -> Scale.Shared.TILE;
            case "layer" -> Scale.Shared.LAYER;
            default -> fixed(text);
        };
    }

    private static Scale fixed(String text) {
        try {
            return new Scale.Fixed(Double.parseDouble(text));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(say("cli.scale-converter.tile-layer-positive-number", text));
        }
    }
}
