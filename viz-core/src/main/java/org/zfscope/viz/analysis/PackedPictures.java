package org.zfscope.viz.analysis;

import static org.zfscope.models.words.Words.say;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The pictures of a data set in the order of their paths, packed as text: one becomes an object only when it is asked for.
 * A million of ImageNet's take 50 MB, where as objects they take five times that (docs/decisions/0060).
 */
public final class PackedPictures extends AbstractList<Dataset.Item> implements RandomAccess {

    /** All paths one after the other, as UTF-8. */
    private final byte[] text;

    /** Where each path ends in it. */
    private final int[] ends;

    /** Which label each has. */
    private final int[] labels;

    private final List<String> names;

    private PackedPictures(Packer packer) {
        this.text = Arrays.copyOf(packer.text, packer.length);
        this.ends = Arrays.copyOf(packer.ends, packer.count);
        this.labels = Arrays.copyOf(packer.labels, packer.count);
        this.names = List.copyOf(packer.names.keySet());
    }

    /**
     * Pictures that are in order already.
     *
     * @throws IllegalArgumentException if they are not, or one comes twice
     */
    public static PackedPictures of(Iterable<Dataset.Item> pictures) {
        if (pictures instanceof PackedPictures packed) {
            return packed;
        }
        Packer packer = new Packer();
        pictures.forEach(packer::add);
        return packer.packed();
    }

    @Override
    public int size() {
        return ends.length;
    }

    @Override
    public Dataset.Item get(int number) {
        Objects.checkIndex(number, ends.length);
        int from = number == 0 ? 0 : ends[number - 1];
        String path = new String(text, from, ends[number] - from, StandardCharsets.UTF_8);
        return new Dataset.Item(path, names.get(labels[number]));
    }

    /** The number of a picture, or less than 0 if it is none of these. */
    public int number(Dataset.Item picture) {
        return Collections.binarySearch(this, picture);
    }

    /** Takes pictures one after the other. */
    public static final class Packer {

        private byte[] text = new byte[1 << 10];
        private int[] ends = new int[1 << 5];
        private int[] labels = new int[1 << 5];
        private final Map<String, Integer> names = new LinkedHashMap<>();
        private int length;
        private int count;
        private String last = "";

        /**
         * The next one.
         *
         * @throws IllegalArgumentException if it does not come after the one before
         */
        public void add(Dataset.Item picture) {
            if (count > 0 && picture.path().compareTo(last) <= 0) {
                throw new IllegalArgumentException(say("viz.packed-pictures.order", last, picture.path()));
            }
            last = picture.path();
            byte[] path = last.getBytes(StandardCharsets.UTF_8);
            text = withRoom(text, Math.addExact(length, path.length));
            System.arraycopy(path, 0, text, length, path.length);
            length += path.length;
            if (count == ends.length) {
                ends = Arrays.copyOf(ends, 2 * count);
                labels = Arrays.copyOf(labels, 2 * count);
            }
            ends[count] = length;
            labels[count] = names.computeIfAbsent(picture.label(), name -> names.size());
            count++;
        }

        private static byte[] withRoom(byte[] text, int length) {
            return length <= text.length ? text : Arrays.copyOf(text, Math.max(length, text.length + text.length / 2));
        }

        public PackedPictures packed() {
            return new PackedPictures(this);
        }
    }
}
