package org.zfscope.models.train;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well a network tells pictures apart.
 *
 * @param top1 part of the pictures whose strongest class is right
 * @param ofClasses the mean of the classes' own accuracies, so that small ones count like large ones
 * @param loss mean cross-entropy
 */
public record Accuracy(double top1, double ofClasses, double loss) {

    private static final int BATCH = 64;

    /** On the centre of each picture. */
    static Accuracy centre(Learner learner, TrainingSet pictures, Colours colours, int side) {
        int middle = (pictures.side() - side) / 2;
        return of(learner, pictures, colours, side, List.of(Crop.at(middle, middle, side, false)));
    }

    /** On the mean of ten answers: the corners and the centre, as they are and mirrored [Zeiler2014 §3]. */
    static Accuracy tenCrops(Learner learner, TrainingSet pictures, Colours colours, int side) {
        int far = pictures.side() - side;
        List<Crop> crops = IntStream.of(0, 1)
                .boxed()
                .flatMap(mirrored -> IntStream.range(0, 5).mapToObj(i -> {
                    int x = i == 4 ? far / 2 : far * (i % 2);
                    int y = i == 4 ? far / 2 : far * (i / 2);
                    return Crop.at(x, y, side, mirrored == 1);
                }))
                .toList();
        return of(learner, pictures, colours, side, crops);
    }

    private static Accuracy of(Learner learner, TrainingSet pictures, Colours colours, int side, List<Crop> crops) {
        int[] all = new int[pictures.classes().size()];
        int[] right = new int[all.length];
        double loss = 0;
        for (int from = 0; from < pictures.count(); from += BATCH) {
            int count = Math.min(BATCH, pictures.count() - from);
            float[][] answers = answers(learner, pictures, colours, side, crops, from, count);
            for (int i = 0; i < count; i++) {
                int label = pictures.labels()[from + i];
                all[label]++;
                right[label] += strongest(answers[i]) == label ? 1 : 0;
                loss -= Math.log(Math.max(1e-12, answers[i][label]));
            }
        }
        double top1 = (double) IntStream.of(right).sum() / pictures.count();
        return new Accuracy(top1, ofClasses(right, all), loss / pictures.count());
    }

    /** Over the classes that have pictures. */
    private static double ofClasses(int[] right, int[] all) {
        return IntStream.range(0, all.length)
                .filter(c -> all[c] > 0)
                .mapToDouble(c -> (double) right[c] / all[c])
                .average()
                .orElse(0);
    }

    private static float[][] answers(
            Learner learner, TrainingSet pictures, Colours colours, int side, List<Crop> crops, int from, int count) {
        int classes = pictures.classes().size();
        float[][] sums = new float[count][classes];
        try (Batch batch = Batch.of(count, side, classes)) {
            FloatBuffer out = batch.pictures();
            for (Crop crop : crops) {
                IntStream.range(0, count)
                        .parallel()
                        .forEach(i -> crop.write(
                                pictures.pixels().get(from + i),
                                pictures.side(),
                                colours,
                                out,
                                i * 3 * side * side,
                                side));
                float[][] answer = learner.classify(batch);
                for (int i = 0; i < count; i++) {
                    for (int c = 0; c < classes; c++) {
                        sums[i][c] += answer[i][c] / crops.size();
                    }
                }
            }
        }
        return sums;
    }

    private static int strongest(float[] answer) {
        return IntStream.range(0, answer.length).reduce(0, (a, b) -> answer[b] > answer[a] ? b : a);
    }
}
