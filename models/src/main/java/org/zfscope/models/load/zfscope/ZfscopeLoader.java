package org.zfscope.models.load.zfscope;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.zfscope.models.Network;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.ModelCard;
import org.zfscope.models.load.ModelLoader;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.load.ModelZip;
import org.zfscope.models.load.OneLine;

/**
 * Reads what {@link ModelFile} writes: a zip of {@code network.json}, the layers and what goes with them,
 * {@code weights.safetensors}, and the {@link ModelCard}.
 */
public final class ZfscopeLoader implements ModelLoader {

    private static final int MAX_JSON = 64 << 20;

    /** Learned numbers hardly pack; what claims to be packed further is a bomb. */
    private static final int MAX_RATIO = 8;

    @Override
    public boolean accepts(Path file, byte[] head) {
        if (head.length < 4 || head[0] != 'P' || head[1] != 'K' || head[2] != 3 || head[3] != 4) {
            return false;
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry(ModelFile.NETWORK) != null;
        } catch (IOException e) {
            return false; // said by whoever reads other zips
        }
    }

    @Override
    public Network load(ModelSource source) {
        Path file = source.file().orElseThrow();
        try (ModelZip zip = ModelZip.open(file)) {
            byte[] described = zip.bytes(ModelFile.NETWORK, MAX_JSON).orElseThrow(() -> missing(ModelFile.NETWORK));
            ModelCard card = ModelCard.parse(
                    file, zip.bytes(ModelFile.CARD, ModelCard.MAX_BYTES).orElseThrow(() -> missing(ModelFile.CARD)));
            try (InputStream in =
                            zip.stream(ModelFile.WEIGHTS, MAX_RATIO).orElseThrow(() -> missing(ModelFile.WEIGHTS));
                    TensorsIn tensors = TensorsIn.read(in, zip.size(ModelFile.WEIGHTS))) {
                return new Described(file, described).network(card, tensors);
            }
        } catch (InputException e) {
            throw e;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw InputException.in(file, OneLine.message(e), e);
        } catch (IOException e) {
            throw InputException.in(file, say("models.any.cannot-read", OneLine.of(e.getMessage())), e);
        }
    }

    private static IllegalArgumentException missing(String entry) {
        return new IllegalArgumentException(say("models.zfscope-loader.missing", entry));
    }
}
