package org.zfscope.cli;

import java.util.Enumeration;
import java.util.ResourceBundle;
import org.zfscope.models.words.Words;

/** The command line's sentences as picocli takes them: it formats them, so that percent signs and line ends are escaped. */
final class Descriptions extends ResourceBundle {

    private final ResourceBundle sentences = Words.bundle("cli");

    @Override
    protected Object handleGetObject(String key) {
        return sentences.getString(key).replace("%", "%%").replace("\n", "%n");
    }

    @Override
    public boolean containsKey(String key) {
        return sentences.containsKey(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return sentences.getKeys();
    }
}
