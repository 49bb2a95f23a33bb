package org.zfscope.models.train;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.zfscope.models.io.AtomicFile;

/** The training as a table, one line an epoch. */
final class TrainingLog {

    private static final String HEAD = "epoch,rate,loss,validation_loss,validation_accuracy,seconds\n";

    private TrainingLog() {}

    static void write(Path file, List<EpochRecord> epochs) {
        StringBuilder text = new StringBuilder(HEAD);
        for (EpochRecord e : epochs) {
            text.append(String.format(
                    Locale.ROOT,
                    "%d,%.6g,%.5f,%.5f,%.5f,%.1f\n",
                    e.epoch(),
                    e.rate(),
                    e.loss(),
                    e.validationLoss(),
                    e.accuracy(),
                    e.seconds()));
        }
        AtomicFile.write(file, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
