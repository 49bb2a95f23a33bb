package org.zfscope.cli;

import org.zfscope.models.PicturePart;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 10,20,90,80}: top, left, bottom and right of the part of a picture, in hundredths of it. */
final class CropConverter implements ITypeConverter<PicturePart> {

    @Override
    public PicturePart convert(String text) {
        try {
            return PicturePart.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
