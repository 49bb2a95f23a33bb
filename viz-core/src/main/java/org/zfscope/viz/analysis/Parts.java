package org.zfscope.viz.analysis;

import static org.zfscope.models.words.Words.say;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zfscope.models.io.AtomicFile;
import org.zfscope.models.io.InputException;

/**
 * The same parts, such as the left eye, marked in several pictures. As a file:
 * <pre>{"pictures": {"a.jpg": {"left eye": [row, column], ...}, ...}}</pre>
 *
 * @param pictures by the picture's name and the part's; the same parts in each
 */
public record Parts(Map<String, Map<String, Place>> pictures) {

    /** In pixels of the picture. */
    public record Place(double row, double column) {}

    private static final long LARGEST_FILE = 1 << 20;
    private static final int MOST = 1000;

    /**
     * Reads a file.
     *
     * @throws InputException if it is no such file
     */
    public static Parts read(Path file) {
        JsonNode pictures = tree(file).path("pictures");
        if (!pictures.isObject() || pictures.size() < 2 || pictures.size() > MOST) {
            throw InputException.in(file, say("viz.parts.pictures", MOST));
        }
        Map<String, Map<String, Place>> all = new LinkedHashMap<>();
        pictures.properties().forEach(p -> all.put(p.getKey(), places(file, p.getKey(), p.getValue())));
        Set<String> names = all.values().iterator().next().keySet();
        for (Map.Entry<String, Map<String, Place>> picture : all.entrySet()) {
            if (names.isEmpty() || !picture.getValue().keySet().equals(names)) {
                throw InputException.in(file, say("viz.parts.same-parts", picture.getKey(), String.join(", ", names)));
            }
        }
        return new Parts(all);
    }

    private static JsonNode tree(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw InputException.in(file, say("viz.parts.no-json", LARGEST_FILE));
            }
            return new ObjectMapper().readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw InputException.in(file, say("viz.parts.no-json", LARGEST_FILE));
        } catch (IOException e) {
            throw InputException.in(file, say("viz.parts.unreadable"));
        }
    }

    private static Map<String, Place> places(Path file, String picture, JsonNode parts) {
        Map<String, Place> places = new LinkedHashMap<>();
        parts.properties().forEach(part -> {
            JsonNode at = part.getValue();
            boolean place = at.isArray()
                    && at.size() == 2
                    && at.get(0).isNumber()
                    && at.get(1).isNumber();
            if (!place || parts.size() > MOST) {
                throw InputException.in(file, say("viz.parts.row-column", picture, part.getKey()));
            }
            places.put(part.getKey(), new Place(at.get(0).asDouble(), at.get(1).asDouble()));
        });
        return places;
    }

    /** Writes a file that {@link #read} reads. */
    public void write(Path file) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        ObjectNode all = root.putObject("pictures");
        pictures.forEach((picture, places) -> {
            ObjectNode parts = all.putObject(picture);
            places.forEach((part, at) -> parts.putArray(part).add(at.row()).add(at.column()));
        });
        AtomicFile.write(
                file, out -> out.write(mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(root)));
    }

    /** Their names, in the order of the file. */
    public List<String> names() {
        return new ArrayList<>(pictures.values().iterator().next().keySet());
    }
}
