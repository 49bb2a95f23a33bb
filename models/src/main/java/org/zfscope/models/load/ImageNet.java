package org.zfscope.models.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Source;

/** The classes of ImageNet's 2012 challenge, in the order that everybody trains them in. */
public final class ImageNet {

    public static final int CLASSES = 1000;

    private static final int SHORT_SIDE = 256;

    /** {@code n01440764 tench}: the WordNet number, by which data sets call their folders, and the name. */
    private static final Pattern LINE = Pattern.compile("(n\\d{8}) (.+)");

    /** By number, in the order of the classes. */
    private static final Map<String, String> NAMES = read();

    private static final List<String> LABELS = List.copyOf(NAMES.values());

    private ImageNet() {}

    /** The first WordNet name of each class. */
    public static List<String> labels() {
        return LABELS;
    }

    /** The shorter side to 256, the centre cut out, BGR minus the mean colour. */
    public static Preprocessing preprocessing() {
        Preprocessing p = Preprocessing.caffe(Source.DEFAULT);
        return new Preprocessing(p.channels(), p.fit(), SHORT_SIDE, p.mean(), p.scale(), p.source());
    }

    /** A class as people call it: its name, where a data set gives a WordNet number of one of these classes. */
    public static String readable(String label) {
        return NAMES.getOrDefault(label, label);
    }

    private static Map<String, String> read() {
        try (InputStream in = ImageNet.class.getResourceAsStream("imagenet-1000.txt")) {
            if (in == null) {
                throw new IllegalStateException("the build left out imagenet-1000.txt");
            }
            Map<String, String> names = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .forEach(line -> names.put(line.group(1), line.group(2)));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
