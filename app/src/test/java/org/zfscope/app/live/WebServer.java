package org.zfscope.app.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A server on this machine that answers well, badly, or not at all. */
public final class WebServer implements AutoCloseable {

    private static final int CHUNKED = 0;
    private static final int NO_BODY = -1;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server;

    public WebServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    /** The whole address of a path. */
    public String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** How many requests came. */
    public int asked() {
        return asked.get();
    }

    /** Answers with a content, and says its length. */
    public void serve(String path, String type, byte[] content) {
        answer(path, type, content.length == 0 ? NO_BODY : content.length, () -> new ByteArrayInputStream(content));
    }

    /** Answers with what a stream gives, without a length; at its end nothing more comes, and the answer stays open. */
    public void pour(String path, String type, Supplier<InputStream> content) {
        on(path, exchange -> {
            send(exchange, type, CHUNKED, content.get());
            exchange.getResponseBody().flush();
            await();
        });
    }

    /** Answers with a content, and announces another length. */
    public void answer(String path, String type, long length, Supplier<InputStream> content) {
        on(path, exchange -> {
            send(exchange, type, length, content.get());
            exchange.close();
        });
    }

    /** Answers with a code and sends elsewhere. */
    public void redirect(String path, String to) {
        on(path, exchange -> {
            exchange.getResponseHeaders().add("Location", to);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
    }

    /** Never answers. */
    public void keepSilent(String path) {
        on(path, exchange -> await());
    }

    private void on(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            asked.incrementAndGet();
            handler.handle(exchange);
        });
    }

    private static void send(HttpExchange exchange, String type, long length, InputStream content) throws IOException {
        if (!type.isEmpty()) {
            exchange.getResponseHeaders().add("Content-Type", type);
        }
        exchange.sendResponseHeaders(200, length);
        try {
            content.transferTo(exchange.getResponseBody());
        } catch (IOException e) {
            // who asked has gone, or the length was a lie
        }
    }

    private void await() {
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
