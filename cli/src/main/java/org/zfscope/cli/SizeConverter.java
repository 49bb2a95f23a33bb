package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zfscope.models.load.InputSize;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 224} or {@code 224x320}, rows first. */
final class SizeConverter implements ITypeConverter<InputSize> {

    @Override
    public InputSize convert(String text) {
        Matcher m = Pattern.compile("(\\d{1,5})(?:x(\\d{1,5}))?").matcher(text);
        if (!m.matches()) {
            throw new TypeConversionException(say("cli.size-converter.size-224-224x320-expected", text));
        }
        int height = Integer.parseInt(m.group(1));
        int width = m.group(2) == null ? height : Integer.parseInt(m.group(2));
        try {
            return new InputSize(height, width);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
