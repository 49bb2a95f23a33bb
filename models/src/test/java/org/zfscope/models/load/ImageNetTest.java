package org.zfscope.models.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.zfscope.models.SharedData;

class ImageNetTest {

    @Test
    void classesStandInTheOrderThatEverybodyTrainsThemIn() throws IOException {
        List<String> usual = Files.readAllLines(SharedData.require("data/imagenet-1000-labels.txt")).stream()
                .map(line -> plain(line.substring("n01440764 ".length())))
                .toList();

        assertThat(ImageNet.labels().stream().map(ImageNetTest::plain)).containsExactlyElementsOf(usual);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
