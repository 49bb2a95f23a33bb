package org.zfscope.viz.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.Network;
import org.zfscope.viz.Picture;

class ReadAheadTest {

    private final Network network = TinyWorld.network();
    private final Dataset pictures;

    ReadAheadTest(@TempDir Path folder) {
        pictures = TinyWorld.pictures(folder, 9);
    }

    @Test
    void picturesComeInTheirOrderAsTheNetworkGetsThem() {
        for (int ahead : new int[] {1, 4, 100}) {
            try (ReadAhead reading = new ReadAhead(network, pictures, pictures.items(), ahead)) {
                for (Dataset.Item item : pictures.items()) {
                    ReadAhead.Read read = reading.next();
                    assertThat(read.item()).isEqualTo(item);
                    assertThat(read.input())
                            .contains(Picture.read(pictures.file(item), network).input());
                    assertThat(read.problem()).isEmpty();
                }
                assertThat(reading.hasNext()).isFalse();
            }
        }
    }

    @Test
    void whatCannotBeReadKeepsItsPlaceAndSaysWhy() throws Exception {
        Dataset.Item broken = pictures.items().get(3);
        Files.writeString(pictures.file(broken), "no picture");
        List<ReadAhead.Read> all = new ArrayList<>();

        try (ReadAhead reading = new ReadAhead(network, pictures, pictures.items(), 4)) {
            while (reading.hasNext()) {
                all.add(reading.next());
            }
        }

        assertThat(all).hasSameSizeAs(pictures.items());
        assertThat(all.get(3).input()).isEmpty();
        assertThat(all.get(3).problem())
                .contains(Path.of(broken.path()).getFileName().toString());
        assertThat(all).filteredOn(read -> read.input().isEmpty()).hasSize(1);
    }
}
