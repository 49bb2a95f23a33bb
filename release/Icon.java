import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.util.List;
import javax.imageio.ImageIO;
import org.zfscope.models.Network;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.FilterWeights;
import org.zfscope.models.open.Models;

/** Draws zfscope's icon: nine filters of the bundled network's first layer. Usage: see release/README.md. */
class Icon {

    private static final int[] FILTERS = {31, 16, 45, 15, 24, 13, 27, 36, 33};
    private static final int SIDE = 256;
    private static final int MARGIN = 18;
    private static final int GAP = 7;

    public static void main(String[] arguments) throws Exception {
        BufferedImage icon = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = icon.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.setColor(new Color(0x1b1f24));
        g.fill(new RoundRectangle2D.Double(0, 0, SIDE, SIDE, 48, 48));
        int tile = (SIDE - 2 * MARGIN - 2 * GAP) / 3;
        try (Network network = Models.open("bundled")) {
            Convolution first = (Convolution) network.nodes().get(0).layer();
            for (int i = 0; i < FILTERS.length; i++) {
                int x = MARGIN + i % 3 * (tile + GAP);
                int y = MARGIN + i / 3 * (tile + GAP);
                g.setClip(new RoundRectangle2D.Double(x, y, tile, tile, 14, 14));
                g.drawImage(filter(FilterWeights.of(first), FILTERS[i]), x, y, tile, tile, null);
            }
        }
        ImageIO.write(icon, "png", new File(arguments[0]));
    }

    private static final double GREY = 127.5;

    /** The weights of one filter as colours, grey where they are zero, the largest at full strength. */
    private static BufferedImage filter(FilterWeights all, int filter) {
        FilterWeights one = all.only(List.of(filter));
        double largest = 0;
        for (float weight : one.weights()) {
            largest = Math.max(largest, Math.abs(weight));
        }
        BufferedImage image = new BufferedImage(one.width(), one.height(), BufferedImage.TYPE_INT_RGB);
        int area = one.height() * one.width();
        for (int i = 0; i < area; i++) {
            int rgb = 0;
            for (int channel = 0; channel < one.channels(); channel++) {
                double value = one.weights()[channel * area + i] / largest;
                rgb = rgb << 8 | (int) Math.round(GREY + GREY * value);
            }
            image.setRGB(i % one.width(), i / one.width(), rgb);
        }
        return image;
    }
}
