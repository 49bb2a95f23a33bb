package org.zfscope.app;

import java.util.Map;
import org.zfscope.models.words.WordsContract;

class BundleTest extends WordsContract {

    BundleTest() {
        super(
                "app",
                Map.of(
                        "\"image/jpeg, image/png", "what an HTTP request accepts",
                        "\"-fx-font-size: \"", "CSS",
                        "\"Pictures\"", "a folder of many systems",
                        "\"zfscope \"", "the program's name"),
                "app.catalogue.top-9",
                "app.choice-words.bgr",
                "app.choice-words.one",
                "app.choice-words.rgb",
                "app.film-strip.of",
                "app.key-action.esc",
                "app.launcher.zfscope",
                "app.pace.of",
                "app.preset.torchvision");
    }
}
