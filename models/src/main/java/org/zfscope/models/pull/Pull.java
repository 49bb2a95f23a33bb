package org.zfscope.models.pull;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zfscope.models.Progress;
import org.zfscope.models.io.AtomicFile;
import org.zfscope.models.io.Claim;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.InputFile;
import org.zfscope.models.io.MachineException;
import org.zfscope.models.io.Sha256;

/**
 * Fetches networks into a cache. What lies there under its own name is whole and verified: bytes come into a part beside
 * it, which becomes the file when they add up. What breaks off is gone on with; one process fetches at a time.
 */
public final class Pull {

    /** What a card beside a file is called: the file's name and this. */
    private static final String CARD = ".zfscope.json";

    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final int TRIES = 4;

    private final Cache cache;
    private final HttpClient client;
    private final Patience patience;

    Pull(Cache cache, ProxySelector proxies, Patience patience) {
        this.cache = cache;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience.silence())
                .proxy(proxies)
                .build();
    }

    /** Into the user's cache. */
    public static Pull usual() {
        return new Pull(Cache.usual(), Proxies.usual(), new Patience(SILENCE, Duration.ofSeconds(1), TRIES, () -> {}));
    }

    /**
     * Brings a network's file, unless it is there.
     *
     * @param progress told of bytes while they come; a total of 0 is one that nobody knows
     * @param check called while a server is waited for; throws to stop
     * @return the file
     * @throws InputException if it cannot be had, or is not what it should be
     */
    public Path fetch(Offer offer, Progress progress, Runnable check) {
        return claimed(offer, () -> {
            Part part = new Part(cache.file(offer));
            String from = download(offer, part, progress, check);
            return install(offer, part, from);
        });
    }

    /**
     * Takes a network's file that was brought by hand.
     *
     * @throws InputException if it is not what it should be
     */
    public Path install(Offer offer, Path given) {
        InputFile.check(given, say("models.pull.file"));
        return claimed(offer, () -> {
            long size = Files.size(given);
            if (size > offer.limit()) {
                throw InputException.in(given, say("models.pull.other-size", size, offer.limit(), offer.name()));
            }
            Part part = new Part(cache.file(offer));
            try (InputStream in = Files.newInputStream(given);
                    OutputStream out = part.begin(given.toUri(), Optional.empty(), size)) {
                in.transferTo(out);
            }
            return install(offer, part, given.toString());
        });
    }

    @FunctionalInterface
    private interface Bringing {
        Path bring() throws IOException;
    }

    private Path claimed(Offer offer, Bringing bringing) {
        Path file = cache.file(offer);
        return Claim.during(file, () -> {
            try {
                return cache.whole(offer).isPresent() ? file : bringing.bring();
            } catch (IOException e) {
                throw MachineException.writing(file, e);
            }
        });
    }

    private String download(Offer offer, Part part, Progress progress, Runnable check) throws IOException {
        Optional<InputException> refused = Optional.empty();
        for (URI url : offer.urls()) {
            try {
                new Download(client, offer, part, patience.when(check), progress).from(url);
                return url.toString();
            } catch (MachineException e) {
                throw e;
            } catch (InputException e) {
                refused = refused.or(() -> Optional.of(e));
            }
        }
        throw refused.orElseGet(() -> new InputException(say("models.pull.nowhere", offer.name())));
    }

    /** Verifies the bytes and puts them in their place; the record of it, by which they are found, comes last. */
    private Path install(Offer offer, Part part, String from) throws IOException {
        String sha256 = verified(offer, part, from);
        long size = Files.size(part.bytes());
        Path file = cache.file(offer);
        part.become(file);
        if (offer.card().isPresent()) {
            byte[] card = offer.card().get();
            AtomicFile.write(file.resolveSibling(offer.file() + CARD), out -> out.write(card));
        }
        new Pulled(sha256, size, from).write(cache.record(offer));
        return file;
    }

    /** Its SHA-256; what is not the file goes. */
    private String verified(Offer offer, Part part, String from) throws IOException {
        Optional<String> misfit = Optional.empty();
        for (Map.Entry<Sum, String> sum : offer.sums().entrySet()) {
            misfit = misfit.or(() -> sum.getKey().misfit(part.bytes(), sum.getValue()));
        }
        String sha256 = misfit.isPresent() ? "" : Sha256.of(part.bytes());
        if (misfit.isEmpty() && !offer.sums().containsKey(Sum.SHA256)) {
            misfit = cache.pulled(offer)
                    .map(Pulled::sha256)
                    .filter(first -> !first.equals(sha256))
                    .map(first -> say("models.pull.other-than-first", sha256, first, cache.home(offer)));
        }
        if (misfit.isPresent()) {
            String what = isPage(part.bytes()) ? say("models.pull.page") : misfit.get();
            part.remove();
            throw new InputException(say("models.pull.not-verified", from, offer.name(), what));
        }
        return sha256;
    }

    /** Whether a server has sent a page, for people, instead of the file. */
    private static boolean isPage(Path bytes) throws IOException {
        try (InputStream in = Files.newInputStream(bytes)) {
            String head = new String(in.readNBytes(64), StandardCharsets.US_ASCII)
                    .strip()
                    .toLowerCase(Locale.ROOT);
            return head.startsWith("<!doctype") || head.startsWith("<html") || head.startsWith("<?xml");
        }
    }
}
