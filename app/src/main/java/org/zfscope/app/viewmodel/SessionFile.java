package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.zfscope.models.Program;
import org.zfscope.models.io.AtomicFile;
import org.zfscope.models.io.InputException;
import org.zfscope.models.open.Models;

/**
 * A session as a file of its own, to be kept and given away: JSON of what the window remembers, but for the window itself. What
 * lies below the session's folder is named from there, so that both can be moved together.
 */
final class SessionFile {

    /** With the dot. */
    static final String ENDING = ".zfsession";

    private static final String VERSION = "zfsession";
    private static final int NEWEST = 1;
    private static final long MOST_BYTES = 32L << 20;
    private static final int DEEPEST = 20;

    /** What is the window's own, and no part of the session. */
    private static final List<String> WINDOW = List.of("dark", "maximized", "window", "widths", "lately", "folder");

    private static final List<String> PATHS = List.of("model", "weights", "picture", "index", "indexed");

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    static {
        JSON.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
    }

    private SessionFile() {}

    /** Whether a file is called one. */
    static boolean isOne(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /**
     * Writes a whole session or none.
     *
     * @throws InputException if the file cannot be written
     */
    static void write(Path file, SavedState state) {
        ObjectNode session = JSON.createObjectNode().put(VERSION, NEWEST).put("program", Program.version());
        session.setAll((ObjectNode) JSON.valueToTree(state));
        session.remove(WINDOW);
        Path folder = file.toAbsolutePath().normalize().getParent();
        replace(session, path -> folder == null ? path : relative(path, folder));
        AtomicFile.write(file, out -> out.write(JSON.writeValueAsBytes(session)));
    }

    private static String relative(String path, Path folder) {
        Path whole = Path.of(path).toAbsolutePath().normalize();
        return whole.startsWith(folder) ? folder.relativize(whole).toString().replace('\\', '/') : whole.toString();
    }

    /**
     * Reads one that somebody else may have made.
     *
     * @throws InputException if it is none, is damaged, or a newer program made it
     */
    static SavedState read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw InputException.in(file, say("app.session-file.too-large", MOST_BYTES));
            }
            if (!(JSON.readTree(file.toFile()) instanceof ObjectNode session)
                    || !session.path(VERSION).isInt()) {
                throw InputException.in(file, say("app.session-file.none"));
            }
            if (session.path(VERSION).intValue() > NEWEST) {
                throw InputException.in(file, say("app.session-file.newer", session.path(VERSION)));
            }
            session.remove(WINDOW);
            Path folder = file.toAbsolutePath().getParent();
            replace(
                    session,
                    path -> folder == null ? path : folder.resolve(path).toString());
            return JSON.treeToValue(session, SavedState.class).checked();
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw InputException.in(file, say("app.session-file.damaged", reason(e)), e);
        } catch (IOException e) {
            throw InputException.in(file, say("app.session-file.unreadable", e.getMessage()), e);
        }
    }

    private static String reason(Exception e) {
        return e instanceof JsonProcessingException json ? json.getOriginalMessage() : String.valueOf(e.getMessage());
    }

    /** All paths, wherever they stand. */
    private static void replace(ObjectNode session, UnaryOperator<String> change) {
        replaceNamed(session, change);
        if (session.path("film") instanceof ArrayNode film) {
            for (int i = 0; i < film.size(); i++) {
                film.set(i, changed(film.get(i), change));
            }
        }
        session.path("bookmarks").forEach(bookmark -> {
            if (bookmark instanceof ObjectNode one) {
                replaceNamed(one, change);
            }
        });
    }

    private static void replaceNamed(ObjectNode node, UnaryOperator<String> change) {
        PATHS.stream().filter(node::has).forEach(name -> node.set(name, changed(node.get(name), change)));
    }

    /** Networks that have names are no files. */
    private static JsonNode changed(JsonNode path, UnaryOperator<String> change) {
        if (!path.isTextual() || Models.isName(path.textValue())) {
            return path;
        }
        try {
            return TextNode.valueOf(change.apply(path.textValue()));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(say("app.session-file.path", path.textValue()), e);
        }
    }
}
