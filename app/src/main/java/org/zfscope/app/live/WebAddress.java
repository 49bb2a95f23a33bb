package org.zfscope.app.live;

import static org.zfscope.models.words.Words.say;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zfscope.models.io.InputException;

/** An {@code http} or {@code https} address, as servers want it: pages and people write letters that must be encoded. */
public record WebAddress(URI uri) {

    private static final Pattern FORM = Pattern.compile("(?i)(https?)://([^/?#\\s]+)([/?][^#\\r\\n]*)?(#.*)?");

    /** What may stand in a path or a query as it is. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~:/?@!$&'()*+,;=%-]");

    private static final int LONGEST_NAME = 60;

    /** None if the text is no such address. */
    public static Optional<WebAddress> of(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            String authority = ascii(form.group(2));
            URI uri = new URI(form.group(1) + "://" + authority
                    + encoded(Optional.ofNullable(form.group(3)).orElse("")));
            return Optional.ofNullable(uri.getHost()).map(host -> new WebAddress(uri));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The address that a text is.
     *
     * @throws InputException if it is none
     */
    static WebAddress named(String text) {
        return of(text).orElseThrow(
                        () -> new InputException(say("app.web-address.address-one-such-http", text.strip())));
    }

    private static String ascii(String authority) {
        boolean plain = authority.chars().allMatch(c -> c < 128);
        return plain ? authority : IDN.toASCII(authority);
    }

    private static String encoded(String rest) {
        StringBuilder all = new StringBuilder();
        rest.replaceAll("%(?![0-9A-Fa-f]{2})", "%25")
                .codePoints()
                .mapToObj(Character::toString)
                .forEach(letter -> {
                    if (PLAIN.matcher(letter).matches()) {
                        all.append(letter);
                    } else {
                        for (byte b : letter.getBytes(StandardCharsets.UTF_8)) {
                            all.append(String.format("%%%02X", b));
                        }
                    }
                });
        return all.toString();
    }

    /** The server's name. */
    public String host() {
        return String.valueOf(uri.getHost());
    }

    /** The last part of the path, fit for a file's name; the server's name where there is none. */
    public String fileName() {
        String path = Optional.ofNullable(uri.getRawPath()).orElse("");
        String last = path.substring(path.lastIndexOf('/') + 1);
        String name = decoded(last).replaceAll("[^\\p{L}\\p{N}._ -]+", "_").replaceAll("^[. ]+|[. ]+$", "");
        String whole = name.isEmpty() ? host() : name;
        return whole.substring(Math.max(0, whole.length() - LONGEST_NAME));
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part; // a percent sign that is one
        }
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
