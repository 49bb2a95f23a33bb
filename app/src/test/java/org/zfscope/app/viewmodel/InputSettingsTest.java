package org.zfscope.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zfscope.app.engine.PictureSheet;
import org.zfscope.models.Network;
import org.zfscope.models.PicturePart;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Fit;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.SharedData;
import org.zfscope.models.image.RgbImage;

/** The way from pictures to the network's input is seen, tried, and changed. */
class InputSettingsTest {

    private final Workbench bench = new Workbench(new OnTheSpot());
    private final InputSettings settings = bench.input();

    @BeforeEach
    void open() {
        Path model = SharedData.require("golden/squeezenet-1.1/model.onnx");
        bench.opening().open(List.of(model, SharedData.require("data/pictures/dog.jpg")));
        settings.open().set(true);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Network network() {
        return bench.results().network().get().orElseThrow();
    }

    private RgbImage preview() {
        return settings.preview().get().orElseThrow();
    }

    @Test
    void whatCountsNowIsShownWithWhoSaysSo() {
        assertThat(settings.source().get()).contains("a guess");
        assertThat(settings.channels().get()).isEqualTo(Channels.BGR);
        assertThat(settings.mean().get()).isEqualTo("104, 117, 123");
        assertThat(settings.scale().get()).isEqualTo("1, 1, 1");
        assertThat(preview().width()).isEqualTo(network().input().width());
        assertThat(settings.says().get().lines()).hasSize(3);
    }

    @Test
    void eachChangeIsSeenAtOnceAndCountsWhenItIsUsed() {
        RgbImage before = preview();
        PictureSheet seen = bench.results().seen().get();

        settings.channels().set(Channels.RGB);
        assertThat(settings.mean().get()).isEqualTo("123, 117, 104");
        settings.fit().set(Fit.STRETCH);
        settings.mean().set("127.5");
        settings.scale().set("1/127.5");

        assertThat(preview().pixels()).isNotEqualTo(before.pixels());
        assertThat(settings.says().get()).contains("mean");
        assertThat(bench.results().seen().get()).isSameAs(seen);

        settings.use();

        assertThat(settings.open().get()).isFalse();
        assertThat(network().preprocessing().source()).isEqualTo(Source.OPTION);
        assertThat(network().preprocessing().channels()).isEqualTo(Channels.RGB);
        assertThat(bench.results().seen().get().scores()).isNotEqualTo(seen.scores());
        assertThat(bench.status().get()).contains("RGB", "stretched", "options");
        assertThat(bench.exports().command(Piece.UNIT).orElseThrow())
                .contains("--channels rgb --fit stretch --resize 0 --scale 0.007843138,0.007843138,0.007843138"
                        + " --mean 127.5,127.5,127.5");
    }

    @Test
    void aPartOfPicturesIsSeenAtOnceAndEveryExportKnowsIt() {
        RgbImage before = preview();
        settings.part().set("0,10,60,70");
        assertThat(preview().pixels()).isNotEqualTo(before.pixels());
        assertThat(settings.picture().get()).isPresent();

        settings.use();

        assertThat(network().preprocessing().part()).isEqualTo(PicturePart.parse("0,10,60,70"));
        assertThat(network().preprocessing().toString()).contains("the part 0,10,60,70");
        assertThat(bench.status().get()).contains("the part 0,10,60,70");
        assertThat(bench.exports().command(Piece.UNIT).orElseThrow()).contains("--crop 0,10,60,70");

        settings.open().set(true);
        assertThat(settings.part().get()).isEqualTo("0,10,60,70");
        settings.part().set("60,0,10,70");
        assertThat(settings.preview().get()).isEmpty();
        assertThat(settings.says().get()).contains("is no part of a picture");
    }

    @Test
    void theModelDecidesAgain() {
        PictureSheet seen = bench.results().seen().get();
        settings.preset(Preset.UNIT);
        settings.use();
        settings.open().set(true);
        assertThat(settings.source().get()).contains("options");

        settings.leaveToModel();

        assertThat(network().preprocessing().source()).isEqualTo(Source.GUESS);
        assertThat(bench.results().seen().get().scores()).isEqualTo(seen.scores());
        assertThat(bench.exports().command(Piece.UNIT).orElseThrow()).doesNotContain("--mean");
    }

    @Test
    void whatIsNoPreprocessingIsSaidAndNotUsed() {
        for (String wrong : List.of("1, 2", "x", "1/0", "1e30", "")) {
            settings.mean().set(wrong);
            assertThat(settings.preview().get()).as(wrong).isEmpty();
            assertThat(settings.says().get()).as(wrong).contains("mean " + wrong);
            settings.use();
            assertThat(settings.open().get()).isTrue();
        }
        settings.mean().set("0");
        settings.shortSide().set("-1");
        assertThat(settings.says().get()).contains("whole number");
        settings.shortSide().set("256");
        settings.scale().set("0");
        assertThat(settings.says().get()).contains("scale 0");
        settings.preset(Preset.GREY);
        assertThat(settings.says().get()).contains("takes 3 channels");
        assertThat(network().preprocessing().source()).isEqualTo(Source.GUESS);
    }
}
