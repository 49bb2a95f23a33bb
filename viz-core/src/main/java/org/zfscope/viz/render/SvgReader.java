package org.zfscope.viz.render;

import static org.zfscope.models.words.Words.say;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.InputFile;
import org.zfscope.models.io.MachineException;

/** Reads the provenance of an SVG, trusting nothing: no entities, no other files, and not more than its beginning. */
final class SvgReader {

    /** Our metadata come first. */
    private static final int BEGINNING = 8 * Provenance.LONGEST;

    private SvgReader() {}

    static Provenance read(Path file) {
        InputFile.check(file, say("viz.svg-reader.an-svg"));
        try (InputStream in = Files.newInputStream(file)) {
            return read(file, new ByteArrayInputStream(in.readNBytes(BEGINNING)));
        } catch (XMLStreamException e) {
            throw InputException.in(file, say("viz.svg-reader.no-xml"), e);
        } catch (IOException e) {
            throw MachineException.reading(file, e);
        }
    }

    private static Provenance read(Path file, InputStream beginning) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(beginning);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT && isOurs(xml)) {
                return Provenance.ofJson(xml.getElementText(), file);
            }
        }
        throw InputException.in(file, say("viz.png-reader.carries-provenance-only-pictures"));
    }

    private static boolean isOurs(XMLStreamReader xml) {
        return xml.getLocalName().equals("metadata") && Svg.METADATA.equals(xml.getAttributeValue("", "id"));
    }
}
