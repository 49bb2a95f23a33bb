package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 2/3}: the second of three parts. */
final class PartConverter implements ITypeConverter<PartConverter.Part> {

    /** One of several parts, counted from 1. */
    record Part(int number, int parts) {}

    @Override
    public Part convert(String text) {
        Matcher m = Pattern.compile("(\\d{1,6})/(\\d{1,6})").matcher(text);
        if (m.matches()) {
            Part part = new Part(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
            if (part.number() >= 1 && part.number() <= part.parts()) {
                return part;
            }
        }
        throw new TypeConversionException(say("cli.part-converter.part-2-3-expected", text));
    }
}
