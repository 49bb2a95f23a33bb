package org.zfscope.models.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Source;

/** The classes of ImageNet's 2012 challenge, in the order that everybody trains them in. */
public final class ImageNet {

    public static final int CLASSES = 1000;

    private static final int SHORT_SIDE = 256;

    private static final List<String> LABELS = read();

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

    private static List<String> read() {
        try (InputStream in = ImageNet.class.getResourceAsStream("imagenet-1000.txt")) {
            if (in == null) {
                throw new IllegalStateException("the build left out imagenet-1000.txt");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
