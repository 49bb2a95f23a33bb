package org.zfscope.app.live;

import java.nio.file.Path;
import java.util.Optional;

/** What a link leads to. */
public sealed interface Found {

    /** Where it can be found again; none for what the link itself holds. */
    Optional<String> address();

    /**
     * A picture, byte for byte as it came.
     *
     * @param file a temporary one, whose further way is the caller's business
     * @param name what its address calls it
     */
    record Picture(Path file, String name, Optional<String> address) implements Found {}

    /** Frames without end; {@link FrameStream} plays them. */
    record Stream(WebAddress from) implements Found {
        @Override
        public Optional<String> address() {
            return Optional.of(from.toString());
        }
    }
}
