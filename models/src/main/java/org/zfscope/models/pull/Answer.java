package org.zfscope.models.pull;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zfscope.models.Program;
import org.zfscope.models.io.Arrival;
import org.zfscope.models.io.InputException;

/** A server's answer to the question for a file or its rest. Few redirects are followed, none from https to http. */
record Answer(URI address, HttpResponse<InputStream> response) implements AutoCloseable {

    static final int WHOLE = 200;
    static final int REST = 206;
    static final int BEYOND = 416;

    private static final int REDIRECTS = 5;
    private static final long SLICE_MILLIS = 50;
    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");

    /**
     * Asks.
     *
     * @param begun what is there already, to be gone on with if the server's file is still the same
     * @throws InputException if the server does not give it
     */
    static Answer of(HttpClient client, URI first, Optional<Begun> begun, Patience patience) throws IOException {
        URI address = reachable(first, first);
        for (int i = 0; i <= REDIRECTS; i++) {
            Answer answer = new Answer(address, ask(client, address, begun, patience));
            Optional<URI> next = answer.next();
            if (next.isEmpty()) {
                answer.check();
                return answer;
            }
            answer.close();
            address = reachable(address, next.get());
        }
        throw new InputException(say("models.answer.redirects", first, REDIRECTS));
    }

    /** The next address, unless it leads out of the web or out of https. */
    static URI reachable(URI from, URI to) {
        boolean secure = "https".equalsIgnoreCase(to.getScheme());
        if (to.getHost() == null || !(secure || "http".equalsIgnoreCase(to.getScheme()))) {
            throw new InputException(say("models.answer.no-web-address", to));
        }
        if (!secure && "https".equalsIgnoreCase(from.getScheme())) {
            throw new InputException(say("models.answer.to-insecure", from, to));
        }
        return to;
    }

    private static HttpResponse<InputStream> ask(HttpClient client, URI at, Optional<Begun> begun, Patience patience)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at)
                .timeout(patience.silence())
                .header("User-Agent", "zfscope/" + Program.version())
                .header("Accept-Encoding", "identity");
        begun.ifPresent(b -> request.header("Range", "bytes=" + b.done() + "-").header("If-Range", b.tag()));
        CompletableFuture<HttpResponse<InputStream>> coming =
                client.sendAsync(request.build(), head -> new Arrival(patience.silence(), patience.check()));
        try {
            return await(at, coming, patience);
        } finally {
            coming.cancel(true); // if it has not come
        }
    }

    private static HttpResponse<InputStream> await(
            URI at, CompletableFuture<HttpResponse<InputStream>> coming, Patience patience) throws IOException {
        while (true) {
            patience.check().run();
            try {
                return coming.get(SLICE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // asks again whether it is wanted
            } catch (ExecutionException e) {
                throw failure(at, Optional.ofNullable(e.getCause()).orElse(e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    /** The client's own failures often say nothing. */
    private static IOException failure(URI at, Throwable cause) {
        if (cause instanceof HttpTimeoutException timeout) {
            return timeout;
        }
        if (cause instanceof ConnectException) {
            return new IOException(say("models.answer.no-server", at.getHost()), cause);
        }
        String said = cause.getMessage();
        return new IOException(said == null ? cause.getClass().getSimpleName() : said, cause);
    }

    /** Where the server sends on to, if it does. */
    private Optional<URI> next() {
        return switch (response.statusCode()) {
            case 301, 302, 303, 307, 308 -> Optional.of(location());
            default -> Optional.empty();
        };
    }

    private URI location() {
        try {
            return address.resolve(header("Location").orElse("?"));
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    say("models.answer.no-web-address", header("Location").orElse("")), e);
        }
    }

    private void check() {
        int code = response.statusCode();
        if (code != WHOLE && code != REST && code != BEYOND) {
            close();
            throw new InputException(say("models.answer.answered", address, code));
        }
    }

    int code() {
        return response.statusCode();
    }

    Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** By what the server would know the same file again: a strong ETag, or the time of its last change. */
    Optional<String> tag() {
        return header("ETag").filter(tag -> !tag.startsWith("W/")).or(() -> header("Last-Modified"));
    }

    /** How large the whole file is, if the server says so and what it says can be. */
    Optional<Long> total() {
        if (code() == REST) {
            return range().map(range -> Long.parseLong(range.group(3)));
        }
        return header("Content-Length").filter(n -> n.matches("\\d{1,18}")).map(Long::parseLong);
    }

    /** Whether this is what comes after so many bytes, to the end. */
    boolean goesOn(long done) {
        return range().filter(r -> Long.parseLong(r.group(1)) == done
                        && Long.parseLong(r.group(2)) == Long.parseLong(r.group(3)) - 1)
                .isPresent();
    }

    private Optional<Matcher> range() {
        return header("Content-Range").map(RANGE::matcher).filter(Matcher::matches);
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
