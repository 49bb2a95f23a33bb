package org.zfscope.cli.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One question of a report: a command as anybody could type it.
 *
 * @param name its files' name, without an ending
 * @param title what is shown
 * @param about how to read it, in a sentence or two
 * @param words of the command, without those that say where pictures go
 */
public record Section(String name, String title, String about, List<String> words, Pictures pictures) {

    /** What the command leaves besides the words that it prints. */
    public enum Pictures {
        NONE,
        ONE,
        /** In a folder of its own, which the command goes on with when it finds it begun. */
        FOLDER
    }

    public Section {
        words = List.copyOf(words);
    }

    /** Where its pictures go: a file, or a folder. */
    Path place(Path folder) {
        return folder.resolve(pictures == Pictures.ONE ? name + ".png" : name);
    }

    /** The whole command. */
    List<String> command(Path folder) {
        List<String> all = new ArrayList<>(words);
        if (pictures != Pictures.NONE) {
            all.addAll(List.of("-o", place(folder).toString()));
        }
        if (pictures == Pictures.FOLDER) {
            all.add("--resume");
        }
        return all;
    }
}
