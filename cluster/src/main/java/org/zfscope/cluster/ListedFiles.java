package org.zfscope.cluster;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.zfscope.models.image.PictureFolder;
import org.zfscope.models.io.InputException;
import org.zfscope.viz.analysis.Dataset;
import scala.Tuple2;

/**
 * Files by their names.
 *
 * @param root the folder that the paths start from, with its file system
 * @param parts how many tasks share them
 */
record ListedFiles(String root, List<Dataset.Item> items, int parts) implements Pictures {

    /** More tasks balance better, fewer start less often. */
    private static final int OF_A_PART = 128;

    ListedFiles {
        if (items.isEmpty()) {
            throw new InputException(say("cluster.listed-files.none", root));
        }
    }

    /** What is called a picture in a folder and the folders in it; what is not, but would be one, needs a list. */
    static ListedFiles folder(String folder) {
        String root = Storage.qualified(folder);
        return of(
                root,
                Storage.files(root).stream()
                        .filter(PictureFolder::isCalledPicture)
                        .map(Dataset.Item::at)
                        .toList());
    }

    /** A text with a picture a line, as {@code zfscope top9 --list} has it. */
    static ListedFiles list(String list, String folder) {
        return of(
                Storage.qualified(folder),
                Storage.lines(Storage.qualified(list)).stream()
                        .map(Dataset.Item::line)
                        .toList());
    }

    private static ListedFiles of(String root, List<Dataset.Item> items) {
        return new ListedFiles(root, items, 1 + (items.size() - 1) / OF_A_PART);
    }

    @Override
    public JavaRDD<Shot> in(JavaSparkContext spark) {
        List<Tuple2<String, String>> names = items.stream()
                .map(item -> new Tuple2<>(item.path(), item.label()))
                .toList();
        String from = root;
        return spark.parallelize(names, parts).map(name -> shot(from, name));
    }

    private static Shot shot(String root, Tuple2<String, String> name) {
        return new Shot(new Dataset.Item(name._1(), name._2()), Storage.bytes(root + "/" + name._1(), Shot.MOST_BYTES));
    }
}
