package org.zfscope.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zfscope.app.engine.Catalogue;
import org.zfscope.cli.Zfscope;
import org.zfscope.models.SharedData;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.NpyFiles;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.render.Provenance;
import org.zfscope.viz.render.Scale;

/** What is taken out of the window is what the command line makes, and says so. */
class ExportsTest {

    private final Path folder;
    private final OnTheSpot executor = new OnTheSpot();
    private final Workbench bench = new Workbench(executor);

    ExportsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void open() {
        bench.opening()
                .open(List.of(
                        SharedData.require("data/pictures/dog.jpg"),
                        SharedData.require("golden/squeezenet-1.1/model.onnx")));
        bench.inspector().selection().layer("relu_conv1");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Catalogue.class,
            names = {"MAPS", "FILTERS", "PROJECTIONS"})
    void theMapsPaneIsThePictureOfItsCommand(Catalogue kind) {
        bench.inspector().choices().kind().set(kind);
        bench.inspector().choices().scale().set(Scale.Shared.LAYER);
        if (kind == Catalogue.FILTERS) {
            bench.inspector().selection().layer("conv1");
        }

        Path file = export(Piece.MAPS, "maps.png");

        assertThat(file).exists();
        assertSame(file, commanded(Piece.MAPS));
    }

    @Test
    void picturesLookedAtMeanwhileDoNotDisturbAnExport() {
        bench.inspector().selection().layer("fire6/relu_expand1x1");
        bench.inspector().choices().kind().set(Catalogue.PROJECTIONS);
        Path undisturbed = export(Piece.MAPS, "undisturbed.png");
        executor.between(() -> {
            bench.pictures().show(SharedData.require("data/pictures/cat.jpg"));
            bench.pictures().show(undisturbed);
        });

        Path disturbed = export(Piece.MAPS, "disturbed.png");

        assertThat(bench.inspector().choices().picture().get()).contains(undisturbed);
        assertSame(disturbed, undisturbed);
    }

    @Test
    void theUnitIsThePictureOfItsCommand() {
        bench.inspector().choices().rule(ReluRule.GUIDED);
        bench.inspector().choices().gain().set(4.0);
        bench.exports().labels().set(false);

        Path file = export(Piece.UNIT, "unit.png");

        assertSame(file, commanded(Piece.UNIT));
        assertThat(Provenance.read(file).entries())
                .containsEntry("rule", "guided")
                .containsEntry("picture", "dog.jpg")
                .containsKeys("model sha256", "picture sha256", "unit", "command", "version");
    }

    @Test
    void enlargedPicturesShowEveryPixelAsASquare() {
        bench.exports().labels().set(false);
        RgbImage small = ImageFiles.read(export(Piece.UNIT, "small.png"));
        bench.exports().zoom().set(4);

        RgbImage large = ImageFiles.read(export(Piece.UNIT, "large.png"));

        assertThat(large.width()).isEqualTo(4 * small.width());
        assertThat(large.pixel(4 * 17 + 3, 4 * 30 + 2)).isEqualTo(small.pixel(17, 30));
    }

    @Test
    void numbersComeAsNpy() {
        Path file = export(Piece.MAPS, "maps.npy");

        assertThat(NpyFiles.read(file))
                .isEqualTo(bench.inspector().results().maps().get().values().orElseThrow());
    }

    @Test
    void whatCannotBeWrittenIsSaidInOneLine() {
        export(Piece.MAPS, "");

        assertThat(bench.inspector().message().get().orElseThrow().text()).contains("is a folder");
    }

    private Path export(Piece what, String name) {
        Path file = folder.resolve(name);
        bench.exports().write(what, file, written -> {});
        return file;
    }

    /** Runs the command that the window names. */
    private Path commanded(Piece what) {
        Path file = folder.resolve("commanded.png");
        String command = bench.exports().command(what).orElseThrow();
        List<String> words =
                List.of(command.replace("'", "").replaceAll(" -o .*", "").split(" ", -1));
        StringWriter err = new StringWriter();
        String[] arguments = new String[words.size() + 1];
        for (int i = 1; i < words.size(); i++) {
            arguments[i - 1] = words.get(i);
        }
        arguments[words.size() - 1] = "-o";
        arguments[words.size()] = file.toString();
        int code = Zfscope.run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), arguments);
        assertThat(code).as(err.toString()).isZero();
        return file;
    }

    private static void assertSame(Path one, Path other) {
        RgbImage a = ImageFiles.read(one);
        RgbImage b = ImageFiles.read(other);
        assertThat(a.width()).isEqualTo(b.width());
        assertThat(a.pixels()).isEqualTo(b.pixels());
    }
}
