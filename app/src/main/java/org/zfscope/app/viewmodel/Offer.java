package org.zfscope.app.viewmodel;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zfscope.app.live.Fetch;
import org.zfscope.models.image.RgbImage;

/**
 * What another program hands over, in as many forms as it knows: a browser offers an image as pixels, as HTML and as an
 * address, and none of them need be there.
 *
 * @param pixels only if they could be decoded
 * @param pixelsLost whether there were others
 * @param address of the image, or of the page that it leads to
 * @param html a piece of a page
 */
public record Offer(
        Way way,
        List<Path> files,
        Optional<RgbImage> pixels,
        boolean pixelsLost,
        Optional<String> address,
        Optional<String> html,
        Optional<String> text) {

    /** How it came. */
    public enum Way {
        PASTED("pasted.png", "clipboard"),
        DROPPED("dropped.png", "drag");

        private final String file;
        private final String source;

        Way(String file, String source) {
            this.file = file;
            this.source = source;
        }

        /** What pixels are called that have no file. */
        String file() {
            return file;
        }

        /** Where they come from, for their provenance. */
        String source() {
            return source;
        }
    }

    public Offer {
        files = List.copyOf(files);
    }

    /**
     * Where the image can be fetched, best first. The page's own words name the image; an address may name what a click on it
     * would open.
     */
    List<String> links() {
        List<String> images = html.map(page -> ImageSources.of(page, address)).orElse(List.of());
        return Stream.of(images.stream(), address.stream(), text.stream())
                .flatMap(s -> s)
                .map(String::strip)
                .filter(Fetch::isLink)
                .distinct()
                .toList();
    }

    /** Whether it holds nothing that could be opened. */
    public boolean isEmpty() {
        return files.isEmpty()
                && pixels.isEmpty()
                && !pixelsLost
                && address.isEmpty()
                && html.isEmpty()
                && text.isEmpty();
    }
}
