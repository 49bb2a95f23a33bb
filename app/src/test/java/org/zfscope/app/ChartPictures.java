package org.zfscope.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.chart.Chart;
import org.zfscope.viz.render.Png;
import org.zfscope.viz.render.Provenance;

/** A data set of our own: parts of charts, in a folder a chart. */
public final class ChartPictures {

    private static final int SIDE = 320;
    private static final int PART = 144;

    private static final Map<Chart, RgbImage> DRAWN = new ConcurrentHashMap<>();

    private ChartPictures() {}

    /** Draws one picture. */
    public static Path draw(Path file) {
        Png.write(file, Chart.SHAPES.draw(PART), Provenance.of("test"));
        return file;
    }

    /** Draws so many pictures; each is another. */
    public static void draw(Path folder, int count) {
        Chart[] charts = Chart.values();
        for (int i = 0; i < count; i++) {
            Chart chart = charts[i % charts.length];
            int round = i / charts.length;
            RgbImage part = DRAWN.computeIfAbsent(chart, c -> c.draw(SIDE))
                    .crop(new Window(31 * round % (SIDE - PART), 47 * round % (SIDE - PART), PART, PART));
            Path file = folder.resolve(chart.name().toLowerCase(Locale.ROOT)).resolve(round + ".png");
            Png.write(file, part, Provenance.of("test").with("chart", chart.name()));
        }
    }
}
