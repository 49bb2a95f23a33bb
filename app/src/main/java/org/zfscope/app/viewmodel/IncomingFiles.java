package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.zfscope.models.Program;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.Sha256;
import org.zfscope.viz.render.Png;
import org.zfscope.viz.render.Provenance;

/**
 * Pictures that come without a file get one, so that they can be named, reopened and traced like all others. What comes
 * twice gets it once. Used on the compute thread.
 */
final class IncomingFiles {

    /** Of a fingerprint, enough to tell a session's pictures apart. */
    private static final int DIGITS = 16;

    private Optional<Path> folder = Optional.empty();

    /** Pixels that another program handed over. */
    Path keep(RgbImage pixels, Offer.Way way, Optional<String> address) {
        try {
            Path file = Files.createTempFile(folder(), "pixels", ".part");
            Provenance origin = Provenance.of(Program.version()).with("source", way.source());
            Png.write(file, pixels, address.map(a -> origin.with("address", a)).orElse(origin));
            return keep(file, way.file());
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** A file that was fetched; it moves under a name of its own. */
    Path keep(Path fetched, String name) {
        try {
            Path home =
                    Files.createDirectories(folder().resolve(Sha256.of(fetched).substring(0, DIGITS)));
            Path file = home.resolve(name);
            Files.move(fetched, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private Path folder() throws IOException {
        Path there =
                folder.filter(Files::isDirectory).isPresent() ? folder.get() : Files.createTempDirectory("zfscope");
        folder = Optional.of(there);
        return there;
    }

    private static InputException unwritable(IOException e) {
        return new InputException(say("app.incoming-files.folder-temporary-files-cannot", e), e);
    }
}
