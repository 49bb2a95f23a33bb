package org.zfscope.viz.render;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.IdentityHashMap;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.AtomicFile;

/**
 * Writes drawings as a page of PDF: text as text where {@link Sans} has its letters, else as outlines; lines as lines,
 * pictures pixel by pixel. The provenance is an entry of the document's information, as JSON. The same drawing and
 * provenance give the same bytes.
 */
final class Pdf {

    static final String INFORMATION = "zfscope";

    /** Of a pixel, 96 to an inch as in browsers. */
    private static final double POINTS = 0.75;

    /** The longest side of a page. */
    private static final double LONGEST = 14400;

    private static final double FLATNESS = 0.01;

    private final PDDocument document;
    private final PDPageContentStream page;
    private final PDType0Font font;
    private final IdentityHashMap<RgbImage, PDImageXObject> pictures = new IdentityHashMap<>();

    private Pdf(PDDocument document, PDPageContentStream page, PDType0Font font) {
        this.document = document;
        this.page = page;
        this.font = font;
    }

    static AtomicFile.Content content(Drawing drawing, Provenance provenance) {
        return out -> {
            try (PDDocument document = new PDDocument()) {
                document.setDocumentId(1L);
                document.setDocumentInformation(information(provenance));
                draw(document, drawing);
                document.save(out, CompressParameters.NO_COMPRESSION);
            }
        };
    }

    private static PDDocumentInformation information(Provenance provenance) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setProducer("zfscope");
        information.setCustomMetadataValue(INFORMATION, provenance.toJson());
        return information;
    }

    private static void draw(PDDocument document, Drawing drawing) throws IOException {
        double scale = Math.min(POINTS, LONGEST / Math.max(drawing.width(), drawing.height()));
        float width = (float) (drawing.width() * scale);
        float height = (float) (drawing.height() * scale);
        PDPage sheet = new PDPage(new PDRectangle(width, height));
        document.addPage(sheet);
        PDType0Font font = PDType0Font.load(document, Sans.get().open(), true);
        try (PDPageContentStream page = new PDPageContentStream(document, sheet)) {
            page.transform(new Matrix((float) scale, 0, 0, (float) -scale, 0, height));
            page.setLineCapStyle(1);
            new Pdf(document, page, font).draw(drawing);
        }
    }

    private void draw(Drawing drawing) throws IOException {
        for (Mark mark : drawing.marks()) {
            draw(mark);
        }
    }

    private void draw(Mark mark) throws IOException {
        if (mark instanceof Mark.Fill f) {
            page.setNonStrokingColor(new Color(f.colour()));
            page.addRect(f.x(), f.y(), f.width(), f.height());
            page.fill();
        } else if (mark instanceof Mark.Line l) {
            line(l.fromX(), l.fromY(), l.toX(), l.toY(), l.thickness(), l.colour());
        } else if (mark instanceof Mark.Pixels p) {
            pixels(p);
        } else if (mark instanceof Mark.Words w) {
            words(w);
        } else if (mark instanceof Mark.Cross c) {
            int arm = c.arm();
            line(c.x() - arm, c.y() - arm, c.x() + arm, c.y() + arm, c.stroke(), c.colour());
            line(c.x() - arm, c.y() + arm, c.x() + arm, c.y() - arm, c.stroke(), c.colour());
        } else if (mark instanceof Mark.Part p) {
            page.saveGraphicsState();
            page.transform(new Matrix(p.zoom(), 0, 0, p.zoom(), p.x(), p.y()));
            draw(p.drawing());
            page.restoreGraphicsState();
        }
    }

    /** Its places are the middles of pixels. */
    private void line(double fromX, double fromY, double toX, double toY, double thickness, int colour)
            throws IOException {
        page.setStrokingColor(new Color(colour));
        page.setLineWidth((float) thickness);
        page.moveTo((float) fromX + 0.5f, (float) fromY + 0.5f);
        page.lineTo((float) toX + 0.5f, (float) toY + 0.5f);
        page.stroke();
    }

    private void pixels(Mark.Pixels p) throws IOException {
        RgbImage picture = p.picture();
        PDImageXObject image = pictures.get(picture);
        if (image == null) {
            image = LosslessFactory.createFromImage(document, Png.buffered(picture));
            pictures.put(picture, image);
        }
        float width = (float) picture.width() * p.zoom();
        float height = (float) picture.height() * p.zoom();
        // pictures stand upright where y goes up
        page.drawImage(image, new Matrix(width, 0, 0, -height, p.x(), p.y() + height));
    }

    private void words(Mark.Words w) throws IOException {
        TextLine line = w.line();
        page.setNonStrokingColor(new Color(w.colour()));
        Sans.Line set = Sans.get().set(line);
        double x = w.anchor().of(w.x(), line.width() - set.width());
        double base = (double) w.y() + line.above();
        for (Sans.Piece piece : set.pieces()) {
            if (piece.written()) {
                show(piece.text(), set.size(), x, base);
            } else {
                outline(SystemFonts.get().outline(piece.text(), line.zoom()), x, base, set.scale());
            }
            x += set.width(piece);
        }
    }

    private void show(String text, double size, double x, double base) throws IOException {
        page.beginText();
        page.setFont(font, (float) size);
        page.setTextMatrix(new Matrix(1, 0, 0, -1, (float) x, (float) base));
        page.showText(text);
        page.endText();
    }

    /** Its curves become lines that are nowhere further from them than can be seen. */
    private void outline(Shape shape, double x, double base, double scale) throws IOException {
        AffineTransform place = new AffineTransform(scale, 0, 0, scale, x, base);
        float[] at = new float[6];
        for (PathIterator path = shape.getPathIterator(place, FLATNESS); !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> page.moveTo(at[0], at[1]);
                case PathIterator.SEG_LINETO -> page.lineTo(at[0], at[1]);
                default -> page.closePath();
            }
        }
        page.fill();
    }
}
