package org.zfscope.models.load.hdf5;

import static org.zfscope.models.words.Words.say;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A folder of an HDF5 file: named groups and arrays, and attributes of its own. */
public final class Hdf5Group {

    /** Parts of a path; h5py makes one for each layer that a layer lies in. */
    private static final int MAX_DEPTH = 64;

    private static final int MAX_TEXTS = 1_000_000;

    private final Group group;
    private final String path;
    private final long fileSize;

    Hdf5Group(Group group, String path, long fileSize) {
        this.group = group;
        this.path = path;
        this.fileSize = fileSize;
    }

    /** How messages call it: {@code /model_weights/conv2d}. */
    public String path() {
        return path.isEmpty() ? "/" : path;
    }

    /** The names of the groups and arrays in it. */
    public List<String> names() {
        return Damage.guard(path(), () -> List.copyOf(group.getChildren().keySet()));
    }

    /** A group in it, by a path of names with slashes. */
    public Optional<Hdf5Group> group(String inner) {
        return node(inner)
                .filter(Group.class::isInstance)
                .map(n -> new Hdf5Group((Group) n, path + "/" + inner, fileSize));
    }

    /** An array in it, by a path of names with slashes. */
    public Optional<Hdf5Array> array(String inner) {
        return node(inner)
                .filter(Dataset.class::isInstance)
                .map(n -> new Hdf5Array((Dataset) n, path + "/" + inner, fileSize));
    }

    private Optional<Node> node(String inner) {
        String[] parts = inner.split("/");
        if (parts.length > MAX_DEPTH) {
            throw new IllegalArgumentException(say("models.hdf5-group.too-deep", path(), parts.length));
        }
        return Damage.guard(path + "/" + inner, () -> find(parts));
    }

    private Optional<Node> find(String... parts) {
        Node found = group;
        for (String part : parts) {
            if (!(found instanceof Group in)) {
                return Optional.empty();
            }
            Node next = in.getChildren().get(part);
            if (next == null) {
                return Optional.empty();
            }
            found = next;
        }
        return Optional.of(found);
    }

    /** A text among its attributes. */
    public Optional<String> text(String name) {
        List<String> texts = plainTexts(name);
        return texts.isEmpty() ? Optional.empty() : Optional.of(texts.get(0));
    }

    public boolean has(String attribute) {
        return Damage.guard(path(), () -> group.getAttributes().containsKey(attribute));
    }

    /** A list of texts among its attributes; Keras cuts a long one into several, whose names end in a number. */
    public List<String> texts(String name) {
        if (has(name)) {
            return plainTexts(name);
        }
        List<String> all = new ArrayList<>();
        for (int i = 0; has(name + i); i++) {
            all.addAll(plainTexts(name + i));
        }
        return all;
    }

    private List<String> plainTexts(String name) {
        return Damage.guard(path() + "@" + name, () -> {
            Attribute attribute = group.getAttributes().get(name);
            if (attribute == null || attribute.getSize() > MAX_TEXTS) {
                return List.of();
            }
            Object data = attribute.getData();
            if (data instanceof String text) {
                return List.of(text);
            }
            return data instanceof String[] texts ? List.of(texts) : List.of();
        });
    }
}
