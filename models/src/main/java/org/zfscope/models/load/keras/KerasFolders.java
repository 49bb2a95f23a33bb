package org.zfscope.models.load.keras;

import java.util.List;
import java.util.Optional;
import org.zfscope.models.load.hdf5.Hdf5Group;

/**
 * The groups of a {@code .keras} file's weights by their paths. Keras 2.12 and 2.13 joined the parts of a path by what the
 * system joins files' names with, so that on Windows one group is called {@code layers\conv2d}.
 */
record KerasFolders(Hdf5Group root) {

    /** The group at a path of names with slashes. */
    Optional<Hdf5Group> group(String path) {
        return root.group(path).or(() -> {
            int last = path.lastIndexOf('/');
            String joined = windows(path.substring(0, Math.max(0, last)));
            return joined.isEmpty() ? Optional.empty() : root.group(joined + path.substring(last));
        });
    }

    boolean has(String path) {
        return !names(path).isEmpty() || root.group(path).isPresent();
    }

    /** The names of what is in the group at a path. */
    List<String> names(String path) {
        Optional<Hdf5Group> there = root.group(path);
        if (there.isPresent()) {
            return there.get().names();
        }
        String before = windows(path) + "\\";
        return root.names().stream()
                .filter(name -> name.startsWith(before))
                .map(name -> name.substring(before.length()))
                .filter(name -> !name.contains("\\"))
                .toList();
    }

    private static String windows(String path) {
        return path.replace('/', '\\');
    }
}
