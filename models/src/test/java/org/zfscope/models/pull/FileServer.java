package org.zfscope.models.pull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** A server on this machine that has one file, and gives it well, badly, or not at all. */
public final class FileServer implements AutoCloseable {

    /** What it does with one request; how many came before is counted. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(HttpExchange exchange, int before) throws IOException;
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;

    /** What the file holds now, and by what its version is known. */
    public volatile byte[] content;

    public volatile String tag = "\"one\"";

    public FileServer(byte[] content, Behaviour behaviour) throws IOException {
        this.content = content;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            int before = ranges.size();
            ranges.add(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"))
                    .orElse("all"));
            try (exchange) {
                behaviour.answer(exchange, before);
            }
        });
        server.start();
    }

    /** Where its file lies. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/model.bin");
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The ranges that were asked for, {@code all} for the whole file. */
    public List<String> asked() {
        return List.copyOf(ranges);
    }

    /** As a good server does: the rest where it is asked for, and the file is still the one that was begun. */
    public void good(HttpExchange exchange) throws IOException {
        cut(exchange, bytes -> bytes);
    }

    /** Announces all, as a good server does, and sends what is left of it. */
    public void cut(HttpExchange exchange, UnaryOperator<byte[]> sent) throws IOException {
        byte[] all = content;
        exchange.getResponseHeaders().set("ETag", tag);
        int from = from(exchange);
        if (from > 0) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (all.length - 1) + "/" + all.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, all.length - from);
        send(exchange, sent.apply(Arrays.copyOfRange(all, from, all.length)));
    }

    private int from(HttpExchange exchange) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        boolean same = tag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
        return range == null || !same ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    }

    /** Nothing but 200 and bytes, of the length announced or of another. */
    public static void plain(HttpExchange exchange, long length, byte[] sent) throws IOException {
        exchange.sendResponseHeaders(200, length);
        send(exchange, sent);
    }

    private static void send(HttpExchange exchange, byte[] bytes) {
        try {
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
        } catch (IOException e) {
            // who asked has gone, or the length was a lie
        }
    }

    public static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
    }

    /** Says nothing more until the server is closed. */
    public void stall() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
