package org.zfscope.app.live;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.zfscope.models.Program;
import org.zfscope.models.io.Arrival;
import org.zfscope.models.io.InputException;

/** What a server answers when it is asked for an address. Whoever asks closes it. */
final class WebAnswer implements AutoCloseable {

    private static final int GOOD = 2; // hundred and so many
    private static final long SLICE_MILLIS = 50;

    /** Said first is what can be read; servers that choose by it would otherwise send AVIF. */
    private static final String WANTED =
            "image/jpeg, image/png, image/webp, image/gif, image/tiff, image/bmp, multipart/x-mixed-replace, */*;q=0.1";

    /** Follows few redirects, and none from https back to http. Version 1.1, as many cameras know no other. */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(8))
            .build();

    private final HttpResponse<InputStream> response;

    private WebAnswer(HttpResponse<InputStream> response) {
        this.response = response;
    }

    /**
     * Asks the server, and waits for the head of its answer.
     *
     * @param silence longest time without a byte, here and in {@link #body}
     * @param check called while this waits; throws if nobody wants the answer any more
     * @throws InputException if the server does not give what is there
     */
    static WebAnswer of(WebAddress address, Duration silence, Runnable check) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address.uri())
                .timeout(silence)
                .header("User-Agent", "zfscope/" + Program.version())
                .header("Accept", WANTED)
                .build();
        CompletableFuture<HttpResponse<InputStream>> coming =
                CLIENT.sendAsync(request, head -> new Arrival(silence, check));
        try {
            WebAnswer answer = new WebAnswer(await(coming, check));
            answer.check(address);
            return answer;
        } finally {
            coming.cancel(true); // if it has not come
        }
    }

    private static HttpResponse<InputStream> await(CompletableFuture<HttpResponse<InputStream>> coming, Runnable check)
            throws IOException {
        while (true) {
            check.run();
            try {
                return coming.get(SLICE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // asks again whether it is wanted
            } catch (ExecutionException e) {
                throw failure(Optional.ofNullable(e.getCause()).orElse(e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    /** The client's own failures often say nothing. */
    private static IOException failure(Throwable cause) {
        if (cause instanceof HttpTimeoutException timeout) {
            return timeout;
        }
        if (cause instanceof ConnectException) {
            return new IOException(say("app.web-answer.server-answers-there"), cause);
        }
        String said = cause.getMessage();
        return new IOException(said == null ? cause.getClass().getSimpleName() : said, cause);
    }

    private void check(WebAddress address) {
        int code = response.statusCode();
        if (code / 100 != GOOD) {
            close();
            throw new InputException(say("app.web-answer.server", address, refusal(code)));
        }
    }

    private static String refusal(int code) {
        return switch (code) {
            case 301, 302, 303, 307, 308 -> say("app.web-answer.sends-one-address-next", code);
            case 401, 403, 407 -> say("app.web-answer.does-give-everybody-save", code);
            default -> say("app.web-answer.answered-check-address", code);
        };
    }

    /** What the server calls it, as in {@code image/png}; empty if it says nothing. */
    String type() {
        String header = response.headers().firstValue("Content-Type").orElse("");
        return header.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    /** How many bytes the server means to send, if it says so. */
    OptionalLong length() {
        try {
            return response.headers().firstValueAsLong("Content-Length");
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    InputStream body() {
        return response.body();
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            // nobody wants any more of it
        }
    }
}
