package org.zfscope.models.pull;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zfscope.models.io.InputException;

/**
 * The proxies that the environment names ({@code https_proxy}, {@code http_proxy}, {@code all_proxy}, {@code no_proxy}, in
 * small or capital letters); where it names none, those that Java knows of.
 */
final class Proxies extends ProxySelector {

    private static final int USUAL_PORT = 8080;

    private final Map<String, String> environment;
    private final Optional<ProxySelector> others;

    Proxies(Map<String, String> environment, Optional<ProxySelector> others) {
        super();
        this.environment = environment;
        this.others = others;
    }

    static Proxies usual() {
        return new Proxies(System.getenv(), Optional.ofNullable(ProxySelector.getDefault()));
    }

    @Override
    public List<Proxy> select(URI uri) {
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        if (variable("no_proxy").filter(list -> excludes(list, host)).isPresent()) {
            return List.of(Proxy.NO_PROXY);
        }
        return variable(uri.getScheme().toLowerCase(Locale.ROOT) + "_proxy")
                .or(() -> variable("all_proxy"))
                .map(proxy -> List.of(proxy(proxy)))
                .orElseGet(() -> others.map(o -> o.select(uri)).orElse(List.of(Proxy.NO_PROXY)));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
                .filter(value -> !value.isBlank());
    }

    /** A star excludes all; a name itself and what ends in it after a dot. */
    private static boolean excludes(String list, String host) {
        return Arrays.stream(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .map(entry -> entry.replaceFirst("^\\*?\\.", "").replaceFirst(":\\d+$", ""))
                .filter(entry -> !entry.isEmpty())
                .anyMatch(entry -> entry.equals("*") || host.equals(entry) || host.endsWith("." + entry));
    }

    private static Proxy proxy(String given) {
        try {
            URI uri = URI.create(given.contains("://") ? given : "http://" + given);
            if (uri.getHost() != null) {
                return new Proxy(
                        Proxy.Type.HTTP,
                        InetSocketAddress.createUnresolved(
                                uri.getHost(), uri.getPort() < 0 ? USUAL_PORT : uri.getPort()));
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new InputException(say("models.proxies.no-proxy", given));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress proxy, IOException failure) {
        // whoever connects says so
    }
}
