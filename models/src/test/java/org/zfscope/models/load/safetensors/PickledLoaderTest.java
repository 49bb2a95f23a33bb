package org.zfscope.models.load.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.open.Models;

class PickledLoaderTest {

    /** What torch.save wrote before it wrote zips: a pickled number, 0x1950a86a20f9469cfc6c. */
    private static final byte[] LEGACY = {(byte) 0x80, 2, (byte) 0x8A, 10, 0x6C, (byte) 0xFC, (byte) 0x9C, 0x46, 0x2E};

    @TempDir
    private Path folder;

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(ModelSource source) {
        return assertThatThrownBy(() -> Models.open(source))
                .isInstanceOf(InputException.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    private Path zip(String name, String... entries) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(LEGACY);
            }
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"resnet18-f37072fd.pth", "best.pt", "pytorch_model.bin", "epoch=3-step=7.ckpt"})
    void pyTorchsFilesGetTwoLinesOfPython(String name) throws IOException {
        Path file = zip(name, "archive/.format_version", "archive/data.pkl", "archive/byteorder", "archive/data/0");
        String stem = name.substring(0, name.lastIndexOf('.'));
        refused(ModelSource.ofFile(file))
                .hasMessageStartingWith(file + ": is a pickle, as torch.save writes it")
                .hasMessageContaining("torch.load('" + name + "', map_location='cpu', weights_only=True)")
                .hasMessageContaining("'" + stem + ".safetensors')")
                .hasMessageContaining(
                        "torch.onnx.export(model.eval(), torch.zeros(1, 3, 224, 224), '" + stem + ".onnx')");
        refused(ModelSource.ofArchitecture("resnet18").withWeights(Optional.of(file)))
                .hasMessageContaining("torch.load('" + name + "'");
    }

    @Test
    void soDoOldOnes() throws IOException {
        Path file = Files.write(folder.resolve("it's.pth"), LEGACY);
        refused(ModelSource.ofFile(file)).hasMessageContaining("torch.load('it\\'s.pth'");
    }

    @Test
    void torchScriptIsExported() throws IOException {
        Path file = zip("traced.pt", "traced/data.pkl", "traced/code/__torch__.py", "traced/constants.pkl");
        refused(ModelSource.ofFile(file))
                .hasMessageContaining("is TorchScript")
                .hasMessageContaining("torch.jit.load('traced.pt')");
    }

    @Test
    void otherZipsAreNone() throws IOException {
        Path file = zip("other.zip", "notes.txt", "data.pkl.txt");
        refused(ModelSource.ofFile(file)).hasMessageContaining("zip without configuration.json");
    }

    @Test
    void weightsThatAreNoneAreCalledSo() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "nothing");
        refused(ModelSource.ofArchitecture("resnet18").withWeights(Optional.of(file)))
                .hasMessageContaining("is no file of weights for resnet18");
        refused(ModelSource.ofArchitecture("resnet18").withWeights(Optional.of(folder.resolve("gone"))))
                .hasMessageContaining("there is no such file");
    }
}
